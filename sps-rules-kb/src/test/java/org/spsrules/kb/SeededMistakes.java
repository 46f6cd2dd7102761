package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.folder.FolderFiles;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.KnowledgeFolder.Content;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.ReadBefore;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.lint.Linter;
import org.spsrules.authoring.scenario.Scenario;
import org.spsrules.authoring.scenario.Scenarios;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;

/** The knowledge base, and copies of it with a mistake in one file. */
final class SeededMistakes {

    private static final String MAIN = "knowledge.yaml";

    private final SortedMap<String, String> files;
    private final ReadBefore readBefore = new ReadBefore();
    private final Copy sound;

    private SeededMistakes(SortedMap<String, String> files) {
        this.files = files;
        this.sound = copy(files);
    }

    /** Who finds mistakes. */
    enum Tool {
        LINT,
        TEST,
        CHECK,
        DIFF,
        MUTATE;

        /** What it is called on the command line. */
        String command() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A mistake.
     *
     * @param what what is wrong, in words
     * @param file the file
     * @param insteadOf the text that becomes another one; empty if the file is new, or gone
     * @param stands the text that stands there now; empty if nothing does
     * @param tool who finds it
     * @param where what the tool names: the code of a problem, an invariant, or whose scenarios are concerned
     */
    record Mistake(
            String what, String file, Optional<String> insteadOf, Optional<String> stands, Tool tool, String where) {

        /** Whether little has to be read anew for it, and it is found in reading or by a scenario. */
        boolean isQuick() {
            return file.startsWith("rules/")
                    && switch (tool) {
                        case TEST, DIFF -> true;
                        case LINT -> where.startsWith("unknown-");
                        case CHECK, MUTATE -> false;
                    };
        }

        @Override
        public String toString() {
            return what;
        }

        private SortedMap<String, String> in(SortedMap<String, String> files) {
            SortedMap<String, String> changed = new TreeMap<>(files);
            if (insteadOf.isPresent()) {
                String text = Objects.requireNonNull(files.get(file), file);
                assertThat(text).contains(insteadOf.get());
                int at = text.indexOf(insteadOf.get());
                changed.put(
                        file,
                        text.substring(0, at)
                                + stands.orElse("")
                                + text.substring(at + insteadOf.get().length()));
            } else if (stands.isPresent()) {
                changed.put(file, stands.get());
            } else {
                changed.remove(file);
                changed.remove(file.replace(".drl", ".scenarios.yaml"));
            }
            return changed;
        }
    }

    /** A knowledge base as it was read. */
    record Copy(Content content) {

        Knowledge knowledge() {
            return content.knowledge();
        }

        /** The scenarios beside rules whose id begins so. */
        List<Scenario> scenariosOf(String ruleIds) {
            SortedMap<String, String> some = new TreeMap<>(content.scenarios());
            some.keySet().removeIf(path -> !path.startsWith("rules/" + ruleIds));
            return Scenarios.read(some, knowledge(), new Diagnostics());
        }

        /** What is wrong in reading; if nothing is, what lint says of the file with the mistake and of those whose name it goes on from. */
        List<Diagnostic> problemsNear(Mistake mistake) {
            Diagnostics found = new Diagnostics();
            content.diagnostics().forEach(found::add);
            if (content.diagnostics().isEmpty()) {
                Content near = new Content(
                        knowledge(),
                        near(content.written(), mistake),
                        near(content.rules(), mistake),
                        content.locations(),
                        content.care(),
                        content.referenceNotes(),
                        content.scenarios(),
                        List.of());
                Linter.check(near, List.of(), found);
            }
            return found.sorted();
        }

        private static List<ParsedRule> near(List<ParsedRule> rules, Mistake mistake) {
            return rules.stream()
                    .filter(rule -> mistake.file().startsWith(rule.file().replace(".drl", "")))
                    .toList();
        }
    }

    static SeededMistakes read() throws IOException {
        return new SeededMistakes(FolderFiles.read(Path.of("").toAbsolutePath(), MAIN, new Diagnostics()));
    }

    Copy sound() {
        return sound;
    }

    /** The knowledge base with a mistake. */
    Copy with(Mistake mistake) {
        return copy(mistake.in(files));
    }

    private Copy copy(SortedMap<String, String> some) {
        return new Copy(KnowledgeFolder.read(MergedFiles.of(some), new Diagnostics(), readBefore));
    }

    /** All of them, in the order of their file. */
    static List<Mistake> all() {
        try (InputStream file = SeededMistakes.class.getResourceAsStream("/seeded-mistakes.yaml")) {
            Node tree = Documents.read(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
            return ((Node.Items) field(tree, "mistakes").orElseThrow())
                    .nodes().stream().map(SeededMistakes::mistake).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Documents.UnreadableException e) {
            throw new IllegalStateException(e.problem().toString(), e);
        }
    }

    private static Mistake mistake(Node node) {
        Node.Fields.Entry found =
                ((Node.Fields) field(node, "found").orElseThrow()).entries().get(0);
        return new Mistake(
                text(node, "what").orElseThrow(),
                text(node, "in").orElseThrow(),
                text(node, "instead-of"),
                text(node, "stands").filter(text -> !text.isEmpty()),
                Tool.valueOf(found.key().toUpperCase(Locale.ROOT)),
                ((Node.Scalar) found.value()).text());
    }

    private static Optional<Node> field(Node node, String name) {
        return ((Node.Fields) node).get(name);
    }

    private static Optional<String> text(Node node, String name) {
        return field(node, name).map(value -> ((Node.Scalar) value).text());
    }
}
