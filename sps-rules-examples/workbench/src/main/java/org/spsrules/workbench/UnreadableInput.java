package org.spsrules.workbench;

/** A case of which it is known beforehand that it cannot be read. */
record UnreadableInput(String name, String why) implements CaseInput {

    @Override
    public String text() throws UnreadableException {
        throw new UnreadableException(why);
    }
}
