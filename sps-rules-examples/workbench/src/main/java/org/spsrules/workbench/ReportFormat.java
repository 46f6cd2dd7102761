package org.spsrules.workbench;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which reports are asked for as text, as JSON or as a page. */
final class ReportFormat {

    /** What can be asked for. */
    enum Name {
        text,
        json,
        html
    }

    /** Ways of saying it, of which only one makes sense at a time. */
    static final class Choice {

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = {
                    "text, which is what you get anyway; json: a document of a published schema; or html: one page that needs no"
                            + " other file, for a browser or for paper."
                })
        private Name format = Name.text;

        @Option(names = "--json", description = "The same as --format json.")
        private boolean json;

        @Option(names = "--html", description = "The same as --format html.")
        private boolean html;
    }

    @ArgGroup
    private Choice choice = new Choice();

    Name name() {
        return choice.json ? Name.json : choice.html ? Name.html : choice.format;
    }
}
