package org.spsrules.playground;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spsrules.Explanation.Item;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.Problem;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.UnknownTherapyException;
import org.spsrules.io.Documents;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.pages.ladder.LadderPicture;
import org.spsrules.pages.ladder.LadderPicture.Format;
import org.spsrules.workbench.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A case that somebody writes, and what rules say of it. For one call. */
final class Patient {

    private final String text;
    private final SpsRules rules;

    Patient(String text, SpsRules rules) {
        this.text = text;
        this.rules = rules;
    }

    /** The case. */
    PatientCase read() {
        return new PatientCaseReader(rules.vocabulary()).read(text);
    }

    /** The report, and where the patient stands; or what is wrong with the case. */
    ObjectNode report() {
        ObjectNode answer = Json.object();
        try {
            answer.set("tree", CaseTree.of(Documents.read(text)));
            Report report = rules.evaluate(read());
            JsonPage page = new JsonPage();
            new Wording(rules).report(report, page);
            answer.set("report", page.blocks());
            answer.put("urgent", report.isUrgent());
            answer.put("line", report.standing().line().name());
            answer.put("step", report.standing().step().orElse(""));
            report.notes().forEach(note -> answer.withArray("notes").add(note.text()));
            answer.put(
                    "knowledge",
                    report.knowledge().version() + ", " + report.knowledge().rules() + " rules");
            LadderPicture ladder = LadderPicture.of(rules.knowledge()).marking(report.standing());
            ObjectNode pictures = answer.putObject("ladder");
            for (Format format : Format.values()) {
                pictures.put(format.name().toLowerCase(Locale.ROOT), ladder.svg(format));
            }
        } catch (InvalidCaseException e) {
            answer.set("problems", problems(e.problems()));
        } catch (Documents.UnreadableException e) {
            answer.set("problems", problems(List.of(e.problem())));
        }
        return answer;
    }

    /** Why the report says what it says. */
    ArrayNode why() {
        JsonPage page = new JsonPage();
        new Wording(rules).why(rules.explain(read()), page);
        return page.blocks();
    }

    /** Why one rule says what it says. */
    ArrayNode why(String ruleId) {
        JsonPage page = new JsonPage();
        Wording words = new Wording(rules);
        List<Item> items = rules.explain(read()).items().stream()
                .filter(item -> item.reason().rule().equals(Optional.of(ruleId)))
                .toList();
        for (Item item : items) {
            if (items.size() > 1) {
                item.subject().ifPresent(subject -> page.labelled("About", subject.name()));
            }
            words.why(item.reason(), page);
        }
        return page.blocks();
    }

    /** How it stands with the rules of a file, whether or not they apply; what is wrong with the case, the report says. */
    ObjectNode conditions(String ruleFile) {
        try {
            return new RuleForPatient(rules, read()).answer(ruleFile);
        } catch (InvalidCaseException e) {
            return Json.object().put("unreadable", true);
        }
    }

    /** Whether one of the rules of a file applies; not while the case cannot be read. */
    boolean isConcernedBy(String ruleFile) {
        try {
            return new RuleForPatient(rules, read()).applies(ruleFile);
        } catch (InvalidCaseException e) {
            return false;
        }
    }

    /** Why a therapy is not recommended. */
    ArrayNode whyNot(String therapy) {
        JsonPage page = new JsonPage();
        try {
            new Wording(rules).whyNot(rules.whyNot(read(), therapy), page);
        } catch (UnknownTherapyException e) {
            throw new RefusedException(RefusedException.UNPROCESSABLE, String.valueOf(e.getMessage()));
        }
        return page.blocks();
    }

    /** What to ask first. */
    ArrayNode questions() {
        JsonPage page = new JsonPage();
        new Wording(rules).questions(rules.questions(read()), page);
        return page.blocks();
    }

    private static ArrayNode problems(List<Problem> problems) {
        ArrayNode found = Json.array();
        for (Problem problem : problems) {
            ObjectNode described =
                    found.addObject().put("message", problem.toString()).put("severity", "error");
            problem.position()
                    .ifPresent(place -> described.put("line", place.line()).put("column", place.column()));
        }
        return found;
    }
}
