package org.spsrules.io;

import java.util.List;
import org.spsrules.Explanation;
import org.spsrules.OpenQuestion;
import org.spsrules.WhyNot;

/** Writes explanations as JSON; equal ones give the same characters. Safe for use by several threads. */
public final class ExplanationWriter {

    /** The name of the format of {@link #json(Explanation, List)}. */
    public static final String EXPLANATION = "sps-explanation/1";

    /** The name of the format of {@link #json(WhyNot)}. */
    public static final String WHY_NOT = "sps-why-not/1";

    /**
     * A report with its reasons, and the questions whose answers would change it. The report within is a whole document
     * of the format {@value ReportWriter#FORMAT}.
     */
    public String json(Explanation explanation, List<OpenQuestion> questions) {
        return PrettyJson.of(EXPLANATION, json -> {
            json.writeName("report");
            PrettyJson.write(ReportWriter.FORMAT, within -> RecordWriting.fields(explanation.report(), within), json);
            RecordWriting.field("items", explanation.items(), json);
            RecordWriting.field("questions", questions, json);
        });
    }

    /** Why a therapy is not recommended. */
    public String json(WhyNot whyNot) {
        return PrettyJson.of(WHY_NOT, json -> RecordWriting.fields(whyNot, json));
    }
}
