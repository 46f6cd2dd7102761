package org.spsrules.playground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spsrules.InvalidCaseException;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.scaffold.Scaffold;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.cdshooks.Site;
import org.spsrules.io.Documents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page on which people try patients and rules. It keeps nothing of them: each call brings the case and the edits. Logs
 * nothing of a case. Thread-safe.
 */
final class Playground implements Site {

    private static final Logger LOG = LoggerFactory.getLogger(Playground.class);
    private static final String JSON = "application/json";
    private static final String ROOM = "/playground/";
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 20;

    /** Nothing but our own files is loaded or run, and nobody frames the page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final Set<String> CALLS = Set.of(
            "evaluate",
            "why",
            "why-not",
            "questions",
            "conditions",
            "case",
            "rule",
            "check",
            "consequences",
            "difference",
            "save",
            "new",
            "scenario");

    private final SpsRules builtIn;
    private final RuleBase base;
    private final Assets assets = new Assets();
    private final Map<String, String> examples = Examples.read();
    private final Semaphore quick = new Semaphore(AT_ONCE, true);
    /** What takes long is done one at a time, so that nobody who types waits for it. */
    private final Semaphore slow = new Semaphore(1, true);

    /** A playground whose rules are those in a folder, or those that are built in. */
    Playground(SpsRules rules, Optional<Path> folder) throws IOException {
        this.builtIn = rules;
        this.base = new RuleBase(folder);
        Thread reading = new Thread(this::readAhead, "playground-rules");
        reading.setDaemon(true);
        reading.start();
    }

    /** Reads the rules before somebody asks for them, and asks them once, because Java is slow at what it does first. */
    private void readAhead() {
        try {
            SpsRules saved = base.saved().answering().orElse(builtIn);
            examples.values().forEach(patient -> new Patient(patient, saved).report());
        } catch (IOException e) {
            LOG.info("The rules could not be read ahead.");
        }
    }

    @Override
    public boolean has(String path) {
        return path.equals("/") || path.startsWith(ROOM);
    }

    @Override
    public Answer answer(Call call) throws IOException {
        try {
            return call.method().equals("GET") ? read(call.path()) : done(call);
        } catch (RefusedException e) {
            return json(e.status(), Json.object().put("error", e.getMessage()));
        } catch (InvalidCaseException e) {
            return json(RefusedException.UNPROCESSABLE, Json.object().put("error", e.getMessage()));
        }
    }

    private static Answer json(int status, JsonNode node) {
        return new Answer(status, JSON, HEADERS, Json.bytes(node));
    }

    private Answer read(String path) throws IOException {
        if (path.equals(ROOM + "start")) {
            return json(200, start());
        }
        return assets.at(path)
                .map(asset -> new Answer(200, asset.type(), HEADERS, asset.content()))
                .orElseThrow(
                        () -> new RefusedException(RefusedException.NOT_FOUND, "There is nothing at this address."));
    }

    private Answer done(Call call) throws IOException {
        String what = call.path().substring(Math.min(ROOM.length(), call.path().length()));
        if (!CALLS.contains(what)) {
            throw new RefusedException(RefusedException.NOT_FOUND, "There is nothing at this address.");
        }
        ObjectNode asked = Json.object(call.body());
        Semaphore atOnce = what.equals("difference") ? slow : quick;
        enter(atOnce);
        try {
            return json(200, done(what, asked));
        } catch (Documents.UnreadableException e) {
            throw new RefusedException(
                    RefusedException.UNPROCESSABLE, e.problem().toString());
        } finally {
            atOnce.release();
        }
    }

    private static void enter(Semaphore atOnce) {
        try {
            if (atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RefusedException(RefusedException.UNAVAILABLE, "The service is busy; try again.");
    }

    private JsonNode done(String what, ObjectNode asked) throws IOException, Documents.UnreadableException {
        Map<String, String> edits = Json.texts(asked, "edits");
        return switch (what) {
            case "case" -> Json.object().put("case", changed(asked));
            case "rule" -> rule(Json.text(asked, "path"));
            case "check" -> check(edits, asked);
            case "consequences" -> consequences(edits, asked);
            case "difference" -> difference(edits, Json.text(asked, "case"));
            case "save" -> save(edits, Json.texts(asked, "before"));
            case "new" -> begun(edits, Json.text(asked, "id"));
            case "scenario" -> scenario(edits, asked);
            case "evaluate" -> patient(asked, edits).report().put("by", answering(edits));
            case "conditions" -> conditions(asked, edits);
            default -> ofPatient(what, patient(asked, edits), asked);
        };
    }

    /** How it stands with a rule in this patient, and in which of the examples it applies. */
    private ObjectNode conditions(ObjectNode asked, Map<String, String> edits) throws IOException {
        String ruleFile = RuleBase.ruleAt(Json.text(asked, "path"));
        SpsRules rules = rules(edits);
        ObjectNode answer = patient(asked, edits).conditions(ruleFile);
        ArrayNode concerned = answer.putArray("examples");
        examples.forEach((name, text) -> {
            if (new Patient(text, rules).isConcernedBy(ruleFile)) {
                concerned.add(name);
            }
        });
        return answer;
    }

    private Patient patient(ObjectNode asked, Map<String, String> edits) throws IOException {
        return new Patient(Json.text(asked, "case"), rules(edits));
    }

    private static JsonNode ofPatient(String what, Patient patient, ObjectNode asked) {
        return switch (what) {
            case "why" ->
                Json.object().set("blocks", asked.has("rule") ? patient.why(Json.text(asked, "rule")) : patient.why());
            case "why-not" -> Json.object().set("blocks", patient.whyNot(Json.text(asked, "therapy")));
            default -> Json.object().set("blocks", patient.questions());
        };
    }

    /** The rules that answer: with the edits, or as they were saved while there is an error in the edits. */
    private SpsRules rules(Map<String, String> edits) throws IOException {
        if (edits.isEmpty() && !base.isFolder()) {
            return builtIn;
        }
        Optional<SpsRules> edited = base.edited(edits).answering();
        return edited.isPresent() ? edited.get() : base.saved().answering().orElse(builtIn);
    }

    /** Which rules those are, for the page to say. */
    private String answering(Map<String, String> edits) throws IOException {
        if (!edits.isEmpty() && base.edited(edits).answering().isPresent()) {
            return "edited";
        }
        return !base.isFolder() || base.saved().answering().isPresent() ? "saved" : "built-in";
    }

    private ObjectNode start() throws IOException {
        Revision saved = base.saved();
        ObjectNode start = Json.object().put("saves", base.isFolder());
        ArrayNode cases = start.putArray("examples");
        examples.forEach((name, text) -> cases.addObject().put("name", name).put("text", text));
        start.set("fields", CaseForm.fields());
        start.set("concepts", Language.concepts(builtIn.vocabulary()));
        start.set("language", Language.rules());
        ArrayNode files = start.putArray("files");
        Map<String, String> titles = new LinkedHashMap<>();
        saved.content()
                .written()
                .forEach(rule -> titles.put(rule.file(), rule.rule().title()));
        saved.files()
                .rules()
                .keySet()
                .forEach(path -> files.addObject().put("path", path).put("title", titles.getOrDefault(path, path)));
        start.set("problems", problems(saved.problems()));
        return start;
    }

    private static String changed(ObjectNode asked) throws Documents.UnreadableException {
        List<String> path = new ArrayList<>();
        asked.path("path").forEach(step -> path.add(step.asString()));
        if (path.isEmpty()) {
            throw new RefusedException(RefusedException.BAD_REQUEST, "The field path must name a place in the case.");
        }
        return CaseText.with(Json.text(asked, "case"), path, asked.path("value"));
    }

    private ObjectNode rule(String path) throws IOException {
        Revision saved = base.saved();
        String text = saved.files()
                .rules()
                .getOrDefault(path, saved.files().scenarios().get(path));
        if (text == null && !isScenariosOfRule(path, saved)) {
            throw new RefusedException(RefusedException.NOT_FOUND, "There is no such rule file.");
        }
        return Json.object().put("text", text == null ? "" : text);
    }

    /** A rule whose scenarios nobody has written yet has none. */
    private static boolean isScenariosOfRule(String path, Revision saved) {
        return RuleBase.isEditable(path)
                && path.endsWith(ScenarioFile.ENDING)
                && saved.files().rules().containsKey(RuleFile.pathOf(ScenarioFile.ruleOf(path)));
    }

    /** What is wrong with the edited rules and the open one, and what the edits change for the patient on the page. */
    private ObjectNode check(Map<String, String> edits, ObjectNode asked) throws IOException {
        String patient = Json.text(asked, "case");
        Revision edited = base.edited(edits);
        Set<String> paths = new TreeSet<>(edits.keySet());
        if (asked.has("path")) {
            paths.add(Json.text(asked, "path"));
        }
        ObjectNode answer = Json.object();
        answer.set("problems", problems(edited.findings(RuleBase.rulesAt(paths))));
        comparison(edits).ifPresent(comparison -> answer.set("patient", comparison.ofPatient(patient)));
        return answer;
    }

    /** What comes of the edits besides: which scenarios of the open rule hold, and what changes for the examples. */
    private ObjectNode consequences(Map<String, String> edits, ObjectNode asked) throws IOException {
        ObjectNode answer = Json.object();
        if (asked.has("path")) {
            ScenariosOfRule scenarios = new ScenariosOfRule(base.edited(edits), Json.text(asked, "path"));
            answer.set("scenarios", scenarios.outcomes());
            answer.put("notRun", scenarios.notRun());
        }
        comparison(edits).ifPresent(comparison -> answer.set("examples", comparison.ofExamples()));
        return answer;
    }

    /** The edited rules beside the saved ones; empty if nothing is edited, or while there is an error in one of them. */
    private Optional<Comparison> comparison(Map<String, String> edits) throws IOException {
        Revision saved = base.saved();
        Revision edited = base.edited(edits);
        return !edits.isEmpty()
                        && saved.answering().isPresent()
                        && edited.answering().isPresent()
                ? Optional.of(new Comparison(saved.side(), edited.side(), examples))
                : Optional.empty();
    }

    /** A rule and its scenarios with blanks; nothing is written. */
    private ObjectNode begun(Map<String, String> edits, String id) throws IOException {
        Revision edited = base.edited(edits);
        Scaffold scaffold =
                Scaffold.of(edited.files(), edited.content().knowledge().folders(), id);
        if (!scaffold.obstacles().isEmpty()) {
            throw new RefusedException(RefusedException.UNPROCESSABLE, String.join("; ", scaffold.obstacles()));
        }
        ObjectNode answer = Json.object();
        scaffold.texts().forEach(answer.putObject("texts")::put);
        return answer;
    }

    private ObjectNode scenario(Map<String, String> edits, ObjectNode asked) throws IOException {
        Patient patient = patient(asked, edits);
        return new ScenariosOfRule(base.edited(edits), Json.text(asked, "path")).with(patient.read(), rules(edits));
    }

    private ObjectNode difference(Map<String, String> edits, String patient) throws IOException {
        Revision saved = base.saved();
        Revision edited = base.edited(edits);
        if (saved.answering().isEmpty() || edited.answering().isEmpty()) {
            throw new RefusedException(
                    RefusedException.UNPROCESSABLE, "There is an error in the rules; mend it first.");
        }
        return new Comparison(saved.sideWithScenarios(), edited.sideWithScenarios(), examples).ofAnybody(patient);
    }

    private ObjectNode save(Map<String, String> edits, Map<String, String> before) throws IOException {
        base.save(edits, before);
        LOG.info("Saved {} rule files.", edits.size());
        return Json.object().put("saved", edits.size());
    }

    private static ArrayNode problems(Collection<Diagnostic> problems) {
        ArrayNode found = Json.array();
        problems.forEach(problem -> found.addObject()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("severity", problem.severity().word())
                .put("code", problem.code())
                .put("message", problem.message()));
        return found;
    }

    @Override
    public void close() {
        // The rules are closed by whoever loaded them.
    }
}
