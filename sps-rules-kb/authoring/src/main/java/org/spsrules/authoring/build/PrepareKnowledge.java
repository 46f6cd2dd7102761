package org.spsrules.authoring.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.spsrules.authoring.compile.CompiledRules;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.page.CasePage;
import org.spsrules.authoring.page.LadderOverview;
import org.spsrules.authoring.page.LanguagePage;
import org.spsrules.authoring.page.LintPage;
import org.spsrules.internal.knowledge.KnowledgeFile;

/**
 * Prepares a knowledge base for the Drools compiler and for the jar. The build of sps-rules-kb runs it.
 *
 * <p>Arguments: the folder of the knowledge base, the folder of the project that kie-maven-plugin compiles, the folder of
 * the jar's resources, the file of the ladder overview, that of the page on the rule language, that of the page on what lint
 * finds, that of the page on what a case can state, and the folder of the sources that hold the codes.
 */
public final class PrepareKnowledge {

    /** The rules as their authors wrote them, one after the other: in files of their own they would take four times the room. */
    private static final String READABLE = "META-INF/sps-rules/rules.drl";

    private PrepareKnowledge() {}

    /** Fails, with every problem as {@code path:line:col: error: …}, if the knowledge base is not in order. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        KnowledgeFolder.Content content = KnowledgeFolder.read(folder);
        if (content.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            List<String> lines = content.diagnostics().stream()
                    .map(Diagnostic::toString)
                    .map(line -> "\n" + folder.getFileName() + "/" + line)
                    .toList();
            throw new IllegalStateException("The knowledge base is not in order:" + String.join("", lines) + "\n");
        }
        Path project = Path.of(arguments[1]);
        clear(project);
        clear(Path.of(arguments[2]).resolve(CompiledRules.PACKAGE));
        CompiledRules.write(content.knowledge().rules(), project);
        Path knowledge = Path.of(arguments[2]).resolve(KnowledgeFile.RESOURCE);
        Files.createDirectories(knowledge.getParent());
        try (OutputStream out = Files.newOutputStream(knowledge)) {
            KnowledgeFile.write(content.knowledge(), out);
        }
        Files.writeString(Path.of(arguments[2]).resolve(READABLE), text(folder.resolve("rules")));
        Path constants = Path.of(arguments[7]);
        clear(constants);
        CodeConstants.write(content.knowledge().concepts(), constants);
        Files.writeString(Path.of(arguments[3]), LadderOverview.of(content.knowledge()));
        Files.writeString(Path.of(arguments[4]), LanguagePage.text());
        Files.writeString(Path.of(arguments[5]), LintPage.text());
        Files.writeString(Path.of(arguments[6]), CasePage.text());
    }

    /** Every rule file below a folder, each under its name. */
    private static String text(Path rules) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList()) {
                text.append("// ")
                        .append(rules.relativize(file).toString().replace('\\', '/'))
                        .append("\n\n")
                        .append(Files.readString(file).strip())
                        .append("\n\n");
            }
        }
        return text.toString();
    }

    /** What an earlier build left must not stay behind: renamed rules, and classes whose names change with every build. */
    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
