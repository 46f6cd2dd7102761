package org.spsrules.authoring.folder;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The files that editors and systems leave in a folder: swap files, locks, backups, thumbnails. A folder is read as if
 * they were not there.
 *
 * <p>A rule or a data file that someone has hidden, as {@code .x.drl} or in a folder {@code .old}, is none of them: it
 * would be lost in silence. Nor is {@code x.drl.bak}, which a person has made, or {@code x.drl.rej}, which holds what a
 * merge could not bring into the rule.
 */
public final class Leftovers {

    private static final Set<String> FOLDERS = Set.of(".git", ".hg", ".history", ".idea", ".svn", ".vscode");

    /** Names that only a program gives; its copy or lock of a rule may end like the rule. */
    private static final Pattern FILE = Pattern.compile(
            // Backups; what Emacs saves by itself, and its locks; what macOS keeps beside a file
            ".*~|#.*#|\\.#.*|\\._.*"
                    // Vim trying whether it may write; JetBrains while it saves
                    + "|4913|.*___jb_(tmp|old)___"
                    // How a folder is shown, on Windows and on macOS
                    + "|(?i:thumbs\\.db|ehthumbs\\.db|desktop\\.ini)|Icon\r");

    private static final Pattern RULE_OR_DATA = Pattern.compile("(?i).*\\.(drl|ya?ml|json)");

    private Leftovers() {}

    /**
     * Whether a file or folder is left over.
     *
     * @param path relative to the folder that is read
     */
    public static boolean include(Path path) {
        String name = String.valueOf(path.getFileName());
        return isIn(path, FOLDERS::contains)
                || FILE.matcher(name).matches()
                || !RULE_OR_DATA.matcher(name).matches() && isIn(path, part -> part.matches("\\..+"));
    }

    private static boolean isIn(Path path, Predicate<String> kind) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .anyMatch(kind);
    }
}
