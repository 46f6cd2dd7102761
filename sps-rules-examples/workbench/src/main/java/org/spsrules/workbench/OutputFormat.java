package org.spsrules.workbench;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which a command that shows something about patients is asked for JSON. */
final class OutputFormat {

    /** What can be asked for. */
    enum Name {
        text,
        json
    }

    /** Two ways of saying it, of which only one makes sense at a time. */
    static final class Choice {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "text, which is what you get anyway, or json: a document of a published schema.")
        private Name format = Name.text;

        @Option(names = "--json", description = "The same as --format json.")
        private boolean json;
    }

    @ArgGroup
    private Choice choice = new Choice();

    boolean isJson() {
        return choice.json || choice.format == Name.json;
    }
}
