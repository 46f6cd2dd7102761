package org.spsrules.authoring.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.authoring.check.RuleCheck;
import org.spsrules.authoring.compile.Strata;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Locations;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.Care;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.language.RuleFileReader;
import org.spsrules.authoring.language.Tables;
import org.spsrules.authoring.row.Unfolding;
import org.spsrules.authoring.scenario.ScenarioFile;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Vocabulary;

/** A folder that holds a knowledge base: {@code knowledge.yaml}, {@code rules}, {@code vocabulary} and {@code sources}. */
public final class KnowledgeFolder {

    public static final String MAIN = "knowledge.yaml";

    /** What the code of a concept, the name of a folder and the name of a rule look like. */
    static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** The form of the id of a rule: its folder, the rooms in the folder if it has any, and its name. */
    public static final String ID = CODE + "(/" + CODE + ")+";

    private final MergedFiles files;
    private final Diagnostics diagnostics;
    private final ReadBefore readBefore;

    private KnowledgeFolder(MergedFiles files, Diagnostics diagnostics, ReadBefore readBefore) {
        this.files = files;
        this.diagnostics = diagnostics;
        this.readBefore = readBefore;
    }

    /**
     * What was read from a folder.
     *
     * @param knowledge the knowledge base; only to be used if there are no diagnostics
     * @param written the rules that could be read, with their places
     * @param rules the same, but one for each row in place of a rule about rows
     * @param locations where the entries of vocabulary and sources stand
     * @param care the kinds of care that wait
     * @param referenceNotes the notes of publications, by id
     * @param scenarios texts of the scenario files by path, those beside rules that could not be read left out
     * @param diagnostics everything that is wrong
     */
    public record Content(
            Knowledge knowledge,
            List<ParsedRule> written,
            List<ParsedRule> rules,
            Locations locations,
            Care care,
            Map<String, String> referenceNotes,
            SortedMap<String, String> scenarios,
            List<Diagnostic> diagnostics) {

        /** The text of the file of scenarios beside a rule; empty if there is none. */
        public String scenariosOf(String ruleId) {
            return scenarios.getOrDefault(ScenarioFile.pathOf(ruleId), "");
        }
    }

    /**
     * Reads a knowledge base and reports everything that is wrong in it at once.
     *
     * @throws IOException if the folder or a file in it cannot be read
     */
    public static Content read(Path root) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        return read(MergedFiles.of(FolderFiles.read(root, MAIN, diagnostics)), diagnostics);
    }

    /** Reads files that have been read into memory already; adds to what is known to be wrong with them. */
    public static Content read(MergedFiles files, Diagnostics diagnostics) {
        return read(files, diagnostics, new ReadBefore());
    }

    /** Reads files of which most have been read before. */
    public static Content read(MergedFiles files, Diagnostics diagnostics, ReadBefore readBefore) {
        return new KnowledgeFolder(files, diagnostics, readBefore).read();
    }

    private Content read() {
        List<RuleFile> ruleFiles = new ArrayList<>();
        files.rules().forEach((path, text) -> ruleFiles.add(new RuleFile(path, text)));
        DataReader data = readBefore.data(files.data(), diagnostics);
        List<Diagnostic> unreadable = ReadBefore.unreadable(diagnostics);
        if (!unreadable.isEmpty()) {
            return nothingBut(unreadable);
        }
        if (!files.data().containsKey(MAIN)) {
            diagnostics.add(MAIN, LintCode.MISSING_FILE, "a knowledge base has a file " + MAIN);
        }
        if (ruleFiles.isEmpty()) {
            diagnostics.add("rules", LintCode.NO_RULES, "there is no rule in this folder");
        }
        LadderOrder order = LadderOrder.of(data.ladder, diagnostics);
        List<ParsedRule> written = rules(ruleFiles, data);
        List<ParsedRule> rules = Strata.assign(unfolded(written, order, data), diagnostics);
        titles(rules);
        Blanks.find(files.rules(), diagnostics);
        Blanks.find(files.scenarios(), diagnostics);
        return new Content(
                knowledge(data, order, rules),
                written,
                rules,
                data.locations(),
                care(data),
                Map.copyOf(data.referenceNotes),
                scenarios(written),
                Blanks.withoutEchoes(diagnostics.sorted()));
    }

    /** What depends on a file that cannot be read would be wrong in hundreds of places, none of which can be mended there. */
    private Content nothingBut(List<Diagnostic> unreadable) {
        DataReader nothing = new DataReader(new Diagnostics());
        return new Content(
                knowledge(nothing, LadderOrder.of(nothing.ladder, new Diagnostics()), List.of()),
                List.of(),
                List.of(),
                nothing.locations(),
                care(nothing),
                Map.of(),
                new TreeMap<>(),
                unreadable);
    }

    /** A rule that could not be read has problems of its own, to which its scenarios add none. */
    private SortedMap<String, String> scenarios(List<ParsedRule> rules) {
        Set<String> read = rules.stream().map(ParsedRule::file).collect(Collectors.toSet());
        SortedMap<String, String> scenarios = new TreeMap<>(files.scenarios());
        files.rules().keySet().stream()
                .filter(path -> !read.contains(path))
                .forEach(path -> scenarios.remove(ScenarioFile.pathOf(new RuleFile(path, "").id())));
        return scenarios;
    }

    private List<ParsedRule> rules(List<RuleFile> files, DataReader data) {
        Vocabulary vocabulary = new Vocabulary(values(data.concepts));
        Set<String> statements =
                data.statements.stream().map(placed -> placed.value().id()).collect(Collectors.toSet());
        Set<String> grades =
                data.grades.stream().map(placed -> placed.value().code()).collect(Collectors.toSet());
        Tables tables = data.tables.tables();
        Care care = care(data);
        List<ReadBefore.RulesOfFile> read = readBefore.rules(
                wellPlaced(files),
                (file, own) -> {
                    Tables ownTables = tables.anew();
                    RuleCheck check = new RuleCheck(vocabulary, statements, grades, own);
                    List<ParsedRule> ofFile = new RuleFileReader(ownTables, care, own).read(file);
                    ofFile.forEach(check::check);
                    return new ReadBefore.RulesOfFile(ofFile, ownTables);
                },
                diagnostics);
        List<ParsedRule> rules = new ArrayList<>();
        for (ReadBefore.RulesOfFile ofFile : read) {
            tables.add(ofFile.tables());
            ofFile.rules().forEach(rule -> folder(rule, data));
            rules.addAll(ofFile.rules());
        }
        if (!diagnostics.hasErrors()) {
            tables.unread(diagnostics);
        }
        return rules;
    }

    /** The files that lie where a rule can; the others are reported. */
    private List<RuleFile> wellPlaced(List<RuleFile> files) {
        List<RuleFile> wellPlaced = new ArrayList<>();
        for (RuleFile file : files) {
            if (file.id().matches(ID)) {
                wellPlaced.add(file);
            } else {
                diagnostics.add(
                        file.path(),
                        LintCode.PATH,
                        "a rule lies in rules/folder/name.drl or in a room of the folder, its name in small letters and"
                                + " digits with single hyphens between the words");
            }
        }
        return wellPlaced;
    }

    /** A rule about rows in which something is wrong, or whose rows may be wrong, is not looked at any further. */
    private List<ParsedRule> unfolded(List<ParsedRule> written, LadderOrder order, DataReader data) {
        Set<String> faulty = diagnostics.sorted().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::file)
                .collect(Collectors.toSet());
        boolean rowsAreRight = data.ladder.stream().noneMatch(row -> faulty.contains(row.file()));
        List<ParsedRule> sound = written.stream()
                .filter(rule -> !Unfolding.isAboutRows(rule.rule()) || rowsAreRight && !faulty.contains(rule.file()))
                .toList();
        Vocabulary vocabulary = new Vocabulary(values(data.concepts));
        return new Unfolding(LadderRows.of(order, vocabulary), vocabulary).of(sound, diagnostics);
    }

    private static Care care(DataReader data) {
        Map<String, String> findings = new LinkedHashMap<>();
        data.care.forEach((word, finding) -> findings.put(word, finding.value()));
        return new Care(Collections.unmodifiableMap(findings));
    }

    private void folder(ParsedRule parsed, DataReader data) {
        String name = parsed.rule().folder();
        List<String> names =
                data.folders.stream().map(folder -> folder.value().name()).toList();
        if (!names.isEmpty() && !names.contains(name)) {
            diagnostics.add(
                    parsed.file(),
                    LintCode.UNKNOWN_FOLDER,
                    name + " is not among the folders in " + MAIN + ": " + String.join(", ", names)
                            + Suggestion.didYouMean(name, names));
        }
        boolean speaks = parsed.rule().then().verb() != Verb.CONCLUDE;
        if (speaks && values(data.folders).contains(new RuleFolder(name, RuleFolder.Kind.APPRAISAL))) {
            diagnostics.add(
                    parsed.places().of(Part.SENTENCE),
                    LintCode.WRONG_USE,
                    name + " is a folder of kind appraisal, whose rules only conclude");
        }
    }

    /** What rules of one file conclude about different rows may bear one title. */
    private void titles(List<ParsedRule> rules) {
        Map<String, String> titles = new HashMap<>();
        for (ParsedRule parsed : rules) {
            String other = titles.putIfAbsent(parsed.rule().title(), parsed.file());
            if (other != null && !other.equals(parsed.file())) {
                diagnostics.add(
                        parsed.places().of(Part.TITLE), LintCode.DUPLICATE, "the title is taken already, by " + other);
            }
        }
    }

    private Knowledge knowledge(DataReader data, LadderOrder order, List<ParsedRule> rules) {
        return new Knowledge(
                data.version + files.versionSuffix(),
                files.hash(),
                values(data.folders),
                values(data.findings),
                values(data.precedence),
                Stream.concat(values(data.notes).stream(), files.notes().stream())
                        .toList(),
                rules.stream().map(ParsedRule::rule).toList(),
                values(data.concepts),
                values(data.unlisted),
                order.rows().stream().map(LadderRow::step).toList(),
                values(data.contraindications),
                values(data.interactions),
                values(data.kinship),
                values(data.reactions),
                values(data.therapyNotes),
                values(data.dosing),
                values(data.regimens),
                values(data.plausibility),
                List.copyOf(data.unread),
                values(data.rulebook),
                values(data.sources),
                values(data.statements),
                values(data.grades),
                values(data.references));
    }

    private static <T> List<T> values(List<Placed<T>> placed) {
        return placed.stream().map(Placed::value).toList();
    }
}
