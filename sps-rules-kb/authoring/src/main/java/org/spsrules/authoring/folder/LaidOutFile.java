package org.spsrules.authoring.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.language.RuleLayout;

/**
 * A rule file and its layout. The ends of its lines are no part of the layout: they stay those of Windows if all of them are.
 */
public final class LaidOutFile {

    private static final String WINDOWS_LINE_END = "\r\n";
    private static final String LINE_END = "\n";

    private final Path file;
    private final String text;
    private final String layout;
    private final List<Diagnostic> problems;

    private LaidOutFile(Path file, String text, String layout, List<Diagnostic> problems) {
        this.file = file;
        this.text = text;
        this.layout = layout;
        this.problems = problems;
    }

    /**
     * The layout of the rule in a file.
     *
     * @param name how problems call the file
     * @throws IOException if the file cannot be read
     */
    public static LaidOutFile read(Path file, String name) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        String text = FolderFiles.text(file, FolderFiles.content(file), name, diagnostics)
                .orElse("");
        Optional<String> layout = diagnostics.hasErrors()
                ? Optional.empty()
                : RuleLayout.of(name, text.replace(WINDOWS_LINE_END, LINE_END), diagnostics);
        return new LaidOutFile(
                file,
                text,
                layout.map(lines -> isOfWindows(text) ? lines.replace(LINE_END, WINDOWS_LINE_END) : lines)
                        .orElse(text),
                diagnostics.sorted());
    }

    private static boolean isOfWindows(String text) {
        return text.contains(WINDOWS_LINE_END)
                && !text.replace(WINDOWS_LINE_END, "").contains(LINE_END);
    }

    /** Why the rule has no layout; empty if it has one. */
    public List<Diagnostic> problems() {
        return problems;
    }

    /** Whether the file is not as it would be written. */
    public boolean differs() {
        return !text.equals(layout);
    }

    /**
     * Writes the file in its layout, or as it was if there is none.
     *
     * @throws IOException if it cannot be written
     */
    public void write() throws IOException {
        Files.writeString(file, layout);
    }
}
