package org.spsrules.cdshooks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Answer;
import org.spsrules.InvalidCaseException;
import org.spsrules.Line;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.Problem;
import org.spsrules.Report;
import org.spsrules.Report.Alert;
import org.spsrules.fhir.record.Unused;
import org.spsrules.fhir.report.RequestMapping;
import org.spsrules.vocabulary.Vocabulary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes cards of reports: one for each alert that interrupts, and one for all the rest. */
final class Cards {

    private static final int LONGEST_SUMMARY = 140;
    private static final int LONGEST_NAMES = 60;
    private static final int MOST_LINKS = 5;
    private static final String REASONS = "urn:spsrules:override-reason";

    private final FhirResources resources;
    private final String source;
    private final Vocabulary vocabulary;

    /**
     * Cards.
     *
     * @param source the address of a page that says what stands behind them
     * @param vocabulary what the drugs of a case are called, and to which classes they belong
     */
    Cards(FhirResources resources, String source, Vocabulary vocabulary) {
        this.resources = resources;
        this.source = source;
        this.vocabulary = vocabulary;
    }

    /**
     * A card and what it shows.
     *
     * @param json the card
     * @param alerts the keys of those that it shows as interrupting
     */
    record Card(ObjectNode json, List<String> alerts) {

        String uuid() {
            return Json.string(json, "uuid");
        }
    }

    /** The cards of an answer at a moment, most urgent first. */
    List<Card> of(Advice.Answer answer, String patientId, Hook.Moment moment) {
        Predicate<Alert> interrupts = alert -> answer.standing().interrupts(alert, moment);
        List<Card> cards = new ArrayList<>();
        for (Alert alert : answer.report().alerts()) {
            List<Alert> together = Stream.concat(Stream.of(alert), alert.likewise().stream())
                    .filter(interrupts)
                    .toList();
            if (!together.isEmpty()) {
                cards.add(interrupting(together, drugs(answer.mapped().patientCase())));
            }
        }
        List<Alert> quiet =
                answer.report().everyAlert().filter(interrupts.negate()).toList();
        if (isAboutSps(answer.mapped().patientCase())) {
            cards.add(folded(answer, quiet, patientId));
        } else {
            aside(quiet, answer.unused(), moment).ifPresent(cards::add);
        }
        return cards;
    }

    /** A record that says nothing of SPS gets warnings and nothing else, whoever the patient is. */
    private static boolean isAboutSps(PatientCase patientCase) {
        return patientCase.diagnosis().status() != Status.UNKNOWN
                || patientCase.diagnosis().variant().isPresent()
                || patientCase.diagnosis().treatedAsSps() == Answer.YES;
    }

    /**
     * What nobody is interrupted for in a record without SPS: plans, which will be warned of when they are ordered, and what of
     * the record was not used. Nothing of either is hidden.
     */
    private Optional<Card> aside(List<Alert> quiet, List<Unused> unused, Hook.Moment moment) {
        List<Alert> ofOrders = quiet.stream()
                .filter(alert -> moment == Hook.Moment.READING
                        && alert.aboutAnOrder()
                        && alert.interrupts()
                        && !alert.acknowledged())
                .toList();
        if (ofOrders.isEmpty() && unused.isEmpty()) {
            return Optional.empty();
        }
        String summary = ofOrders.isEmpty()
                ? "What SPS Rules did not use of this record: " + unused.size()
                        + (unused.size() == 1 ? " item" : " items")
                : "What is planned: " + count(ofOrders.size(), "warning") + " to see before it is ordered";
        ObjectNode card = card(summary, details(ofOrders) + Markdown.unused(unused), "info");
        links(card, ofOrders.stream().map(Alert::basis).toList());
        return Optional.of(new Card(card, List.of()));
    }

    private static String details(List<Alert> alerts) {
        return alerts.stream().map(Markdown::alert).collect(Collectors.joining());
    }

    /** The drugs that a case names. */
    private static SortedSet<String> drugs(PatientCase patientCase) {
        return Stream.concat(
                        patientCase.treatments().given().stream().map(PatientCase.Treatment::therapy),
                        patientCase.plans().stream().flatMap(plan -> plan.therapy().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What an alert says, and of which drugs unless it says so itself; if that is too long, what it says is cut. */
    private String summary(List<Alert> together, SortedSet<String> drugs) {
        String title = together.get(0).title();
        List<String> names = together.stream()
                .flatMap(alert -> alert.subject().stream())
                .flatMap(subject -> drugs.stream().filter(drug -> vocabulary.isA(drug, subject.code())))
                .map(drug -> shortened(vocabulary.nameOf(drug), LONGEST_NAMES))
                .filter(name -> !title.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return title;
        }
        String all = String.join(", ", names);
        String about = all.length() <= LONGEST_NAMES || names.size() == 1
                ? all
                : names.get(0) + " and " + (names.size() - 1) + " more";
        String suffix = " (" + about + ")";
        return shortened(title, LONGEST_SUMMARY - suffix.codePointCount(0, suffix.length())) + suffix;
    }

    private Card interrupting(List<Alert> together, SortedSet<String> drugs) {
        Alert first = together.get(0);
        ObjectNode card = card(
                summary(together, drugs),
                details(together),
                first.level() == Alert.Level.CRITICAL ? "critical" : "warning");
        ArrayNode reasons = card.putArray("overrideReasons");
        reason(reasons, "dealt-with", "Known, and dealt with");
        reason(reasons, "benefit", "The benefit outweighs it, and the patient is watched");
        reason(reasons, "not-so", "It does not apply to this patient");
        links(card, together.stream().map(Alert::basis).toList());
        List<String> keys = together.stream().map(Alert::key).toList();
        ArrayNode shown = card.putObject("extension").putObject("urn:spsrules").putArray("alerts");
        keys.forEach(shown::add);
        return new Card(card, keys);
    }

    private static void reason(ArrayNode reasons, String code, String display) {
        reasons.addObject().put("code", code).put("system", REASONS).put("display", display);
    }

    private ObjectNode card(String summary, String detail, String indicator) {
        ObjectNode card = Json.object();
        card.put("uuid", UUID.randomUUID().toString());
        card.put("summary", shortened(summary));
        card.put("detail", detail);
        card.put("indicator", indicator);
        card.putObject("source")
                .put("label", "SPS Rules (not clinically reviewed)")
                .put("url", source);
        return card;
    }

    private static String shortened(String summary) {
        return shortened(summary, LONGEST_SUMMARY);
    }

    private static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "\u2026";
    }

    private static void links(ObjectNode card, List<Report.Basis> bases) {
        Set<List<String>> addresses = new LinkedHashSet<>();
        bases.stream()
                .flatMap(basis -> basis.citations().stream())
                .flatMap(citation -> citation.readings().stream())
                .filter(reading -> reading.address().startsWith("https://"))
                .forEach(reading -> addresses.add(List.of(reading.publication(), reading.address())));
        if (!addresses.isEmpty()) {
            ArrayNode links = card.putArray("links");
            addresses.stream()
                    .limit(MOST_LINKS)
                    .forEach(link -> links.addObject()
                            .put("label", shortened(link.get(0)))
                            .put("url", link.get(1))
                            .put("type", "absolute"));
        }
    }

    private Card folded(Advice.Answer answer, List<Alert> quiet, String patientId) {
        Report report = answer.report();
        String place = report.standing().line() == Line.NONE
                ? "no line of treatment applies yet"
                : report.standing().line().name().toLowerCase(Locale.ROOT) + " line"
                        + report.standing().step().map(step -> ", step " + step).orElse("");
        ObjectNode card = card(
                "Stiff-person syndrome: " + place + "; "
                        + count(report.recommendations().size(), "recommendation") + ", "
                        + count(report.questions().size(), "question"),
                Markdown.report(report, quiet, answer.unused()),
                "info");
        suggest(card, report, patientId);
        links(
                card,
                report.recommendations().stream()
                        .map(Report.Recommendation::basis)
                        .toList());
        return new Card(card, List.of());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Tests, referrals and tasks can be taken over with a click; drugs never. */
    private void suggest(ObjectNode card, Report report, String patientId) {
        RequestMapping requests = new RequestMapping("Patient/" + patientId);
        ArrayNode suggestions = Json.array();
        for (Report.Recommendation advice : report.recommendations()) {
            requests.request(advice).ifPresent(request -> {
                ObjectNode suggestion = suggestions.addObject();
                suggestion.put("label", shortened(advice.title()));
                suggestion.put("uuid", UUID.randomUUID().toString());
                ObjectNode action = suggestion.putArray("actions").addObject();
                action.put("type", "create").put("description", shortened(advice.title()));
                action.set("resource", Json.object(resources.json(request).getBytes(StandardCharsets.UTF_8)));
            });
        }
        if (!suggestions.isEmpty()) {
            card.set("suggestions", suggestions);
            card.put("selectionBehavior", "any");
        }
    }

    /** The card that says why there is no advice. */
    Card contradicting(InvalidCaseException contradictions) {
        StringBuilder detail = new StringBuilder("What the record says does not fit together:\n\n");
        for (Problem problem : contradictions.problems()) {
            detail.append("- ").append(Markdown.plain(problem.toString())).append('\n');
        }
        return new Card(
                card("No advice from SPS Rules: the record contradicts itself", detail.toString(), "warning"),
                List.of());
    }
}
