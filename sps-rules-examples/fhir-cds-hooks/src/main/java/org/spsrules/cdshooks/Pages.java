package org.spsrules.cdshooks;

import java.time.LocalDate;
import org.spsrules.PatientCase;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import tools.jackson.databind.node.ObjectNode;

/** What can be read about the service itself. Immutable. */
final class Pages {

    private final Report.KnowledgeStamp knowledge;
    private final String notes;

    /** The pages; that the rules answer is found out here. */
    Pages(SpsRules rules) {
        Report report = rules.evaluate(PatientCase.asOf(LocalDate.EPOCH).build());
        knowledge = report.knowledge();
        StringBuilder text = new StringBuilder();
        report.notes().forEach(note -> text.append(note.text()).append('\n'));
        notes = text.toString();
    }

    ObjectNode health() {
        ObjectNode health = Json.object().put("status", "ok");
        health.putObject("knowledge")
                .put("version", knowledge.version())
                .put("sha256", knowledge.contentHash())
                .put("rules", knowledge.rules());
        return health;
    }

    String about() {
        return "SPS Rules: rules for the treatment of stiff-person syndrome.\n"
                + "Not a medical device, and not clinically reviewed.\n\n" + notes + "\nKnowledge base "
                + knowledge.version() + ", SHA-256 " + knowledge.contentHash() + ", " + knowledge.rules() + " rules\n";
    }
}
