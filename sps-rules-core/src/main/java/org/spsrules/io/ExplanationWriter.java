package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.util.List;
import org.spsrules.Explanation;
import org.spsrules.OpenQuestion;
import org.spsrules.WhyNot;

/** Writes explanations as JSON; equal ones give the same characters. Immutable and safe for use by several threads. */
public final class ExplanationWriter {

    /** The name of the format of {@link #json(Explanation, List)}. */
    public static final String EXPLANATION = "sps-explanation/1";

    /** The name of the format of {@link #json(WhyNot)}. */
    public static final String WHY_NOT = "sps-why-not/1";

    private final Layout layout;

    /** Writes explanations with a line for each field. */
    public ExplanationWriter() {
        this(Layout.INDENTED);
    }

    private ExplanationWriter(Layout layout) {
        this.layout = layout;
    }

    /** A writer of the same content on one line, for streams and storage. */
    public ExplanationWriter compact() {
        return new ExplanationWriter(Layout.COMPACT);
    }

    /**
     * A report with its reasons, and the questions whose answers would change it. The report within is a whole document
     * of the format {@value ReportWriter#FORMAT}.
     */
    public String json(Explanation explanation, List<OpenQuestion> questions) {
        given(explanation, "explanation");
        given(questions, "questions");
        return layout.document(EXPLANATION, json -> {
            json.writeName("report");
            Layout.write(ReportWriter.FORMAT, within -> RecordWriting.fields(explanation.report(), within), json);
            RecordWriting.field("items", explanation.items(), json);
            RecordWriting.field("questions", questions, json);
        });
    }

    /** Why a therapy is not recommended. */
    public String json(WhyNot whyNot) {
        given(whyNot, "whyNot");
        return layout.document(WHY_NOT, json -> RecordWriting.fields(whyNot, json));
    }
}
