package org.spsrules.io;

import static org.spsrules.internal.Given.given;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.spsrules.PatientCase;
import org.spsrules.internal.shape.CaseFields;

/**
 * Writes patient cases in the format {@value PatientCaseReader#FORMAT}. What is not stated is left out. Immutable and safe
 * for use by several threads.
 */
public final class PatientCaseWriter {

    private final Layout layout;

    /** Writes cases with a line for each field. */
    public PatientCaseWriter() {
        this(Layout.INDENTED);
    }

    private PatientCaseWriter(Layout layout) {
        this.layout = layout;
    }

    /** A writer of the same content on one line, for streams and storage. */
    public PatientCaseWriter compact() {
        return new PatientCaseWriter(Layout.COMPACT);
    }

    /** The case as JSON; equal cases give the same characters, with {@code \n} at the ends of lines. */
    public String json(PatientCase patientCase) {
        given(patientCase, "patientCase");
        return layout.document(
                PatientCaseReader.FORMAT, json -> FieldWriting.fields(CaseFields.PART, patientCase, json));
    }

    /**
     * Writes the case as JSON, and leaves the target open.
     *
     * @throws IOException if the target fails
     */
    public void write(PatientCase patientCase, Writer target) throws IOException {
        given(target, "target").write(json(patientCase));
    }

    /**
     * Writes the case as JSON in UTF-8, and leaves the target open.
     *
     * @throws IOException if the target fails
     */
    public void write(PatientCase patientCase, OutputStream target) throws IOException {
        given(target, "target").write(json(patientCase).getBytes(StandardCharsets.UTF_8));
    }
}
