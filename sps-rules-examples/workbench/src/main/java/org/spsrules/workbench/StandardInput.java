package org.spsrules.workbench;

import java.io.IOException;
import java.io.InputStream;

/** A case in the standard input. */
record StandardInput(InputStream stream) implements CaseInput {

    static final String NAME = "<stdin>";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text() throws UnreadableException {
        try {
            return CaseText.read(stream);
        } catch (IOException e) {
            throw new UnreadableException("the standard input cannot be read");
        }
    }
}
