package org.spsrules.workbench;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * How text is to look.
 *
 * @param width how many characters a line may hold
 * @param tones whether words stand out by colour and weight
 * @param alphabet which characters may be used
 */
record Look(int width, Colours tones, TerminalCharset alphabet) {

    private static final int NARROWEST = 40;
    private static final int USUAL = 80;
    private static final int WIDEST = 120;

    /** A look whose width is neither too narrow nor too wide to be read. */
    Look {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** What suits the terminal of this process. The launcher tells what it is; without it, this is guessed. */
    static Look ofThisProcess() {
        return new Look(
                columns(System.getenv("COLUMNS")),
                Ansi.AUTO.enabled() ? Colours.COLOURED : Colours.PLAIN,
                TerminalCharset.of(outputCharset()));
    }

    private static int columns(@Nullable String stated) {
        return stated != null && stated.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(stated) : USUAL;
    }

    /** JDK 17 knows the first property by the name of the second, and only for a terminal. */
    private static String outputCharset() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
