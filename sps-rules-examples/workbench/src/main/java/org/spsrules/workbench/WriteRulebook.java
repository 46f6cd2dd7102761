package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.proof.Mutation;
import org.spsrules.pages.rulebook.PageFiles;
import org.spsrules.pages.rulebook.Rulebook;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommand {@code rulebook}. */
@Command(
        name = "rulebook",
        description = {
            "Writes the knowledge base as pages to read, to print and to search: the ladder as a picture, every rule, therapy"
                    + " and source. They need no server."
        },
        footer = {
            "",
            "Exit codes: 0 the pages are written, 1 something is wrong in the knowledge base,",
            "2 wrong usage or they cannot be written, 3 sps itself failed."
        })
final class WriteRulebook extends Subcommand {

    private static final String WHOLE = "rulebook";

    @Parameters(
            paramLabel = "TERM",
            arity = "0..*",
            description =
                    "Therapies or classes, by any name: of each everything that is said of it, on one page that stands alone.")
    private List<String> terms = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where to write: an empty folder, a new one, or one that holds this rulebook. Without it, "
                    + WHOLE + " for the whole, and the folder you are in for a therapy.")
    private @Nullable String output;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = {
                "The folder of a knowledge base, with its knowledge.yaml. Without it, the one you are in, or else the one"
                        + " that sps came with."
            })
    private @Nullable String folder;

    @Option(
            names = "--mutation",
            paramLabel = "FILE",
            description =
                    "What sps mutate --json found: the page of each rule then says which faults in it would be noticed.")
    private @Nullable String mutation;

    @Mixin
    private Overlays overlays = new Overlays();

    WriteRulebook(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        return OnKnowledge.run(folder, terminal, this::write).number();
    }

    private ExitCode write(KnowledgePlace place) throws IOException, UnreadableException {
        OpenKnowledge opened = overlays.over(place);
        if (!opened.isInOrder(terminal)) {
            return ExitCode.FINDINGS;
        }
        if (mutation != null && !terms.isEmpty()) {
            terminal.complain("--mutation: error: is for the whole rulebook; leave it out for the page of a therapy");
            return ExitCode.UNUSABLE_INPUT;
        }
        return terms.isEmpty() ? whole(opened.content()) : alone(opened.content());
    }

    private ExitCode whole(KnowledgeFolder.Content content) {
        Optional<Mutation> tried;
        try {
            tried = mutation == null ? Optional.empty() : Optional.of(tried(mutation));
        } catch (UnreadableException e) {
            terminal.complain(String.valueOf(mutation), e.problem());
            return ExitCode.UNUSABLE_INPUT;
        }
        Path target = Path.of(WHOLE);
        try {
            target = output == null ? target : named(output);
            Rulebook rulebook = Rulebook.of(content);
            SortedMap<String, String> files =
                    tried.map(rulebook::showing).orElse(rulebook).files();
            refuseOthers(target, files);
            write(target, files);
            terminal.write(files.size() + " files; begin with " + target.resolve("index.html") + "\n");
            return ExitCode.WELL;
        } catch (UnreadableException e) {
            terminal.complain(output == null ? WHOLE : output, e.problem());
            return ExitCode.UNUSABLE_INPUT;
        }
    }

    private static Mutation tried(String file) throws UnreadableException {
        String text;
        try {
            text = Files.readString(named(file));
        } catch (IOException e) {
            throw new UnreadableException("cannot be read");
        }
        try {
            return RecordJson.read(Mutate.FORMAT, text, Mutation.class);
        } catch (UnreadableException e) {
            throw new UnreadableException("is not what sps mutate --json writes; make it anew, for these rules");
        }
    }

    private ExitCode alone(KnowledgeFolder.Content content) {
        Vocabulary vocabulary = content.knowledge().vocabulary();
        Map<String, Concept> therapies = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String term : terms) {
            Optional<Concept> therapy =
                    vocabulary.resolve(term, Vocabulary.therapies()).filter(found -> vocabulary.isListed(found.code()));
            therapy.ifPresentOrElse(
                    found -> therapies.put(found.code(), found), () -> unknown.add(unknown(term, vocabulary)));
        }
        if (!unknown.isEmpty()) {
            unknown.forEach(terminal::complain);
            return ExitCode.UNUSABLE_INPUT;
        }
        try {
            Path target = named(output == null ? "" : output);
            Rulebook rulebook = Rulebook.of(content);
            SortedMap<String, String> files = new TreeMap<>();
            therapies.forEach((code, therapy) -> files.put(code + ".html", rulebook.alone(therapy)));
            write(target, files);
            files.keySet().forEach(file -> terminal.write(target.resolve(file) + "\n"));
            return ExitCode.WELL;
        } catch (UnreadableException e) {
            terminal.complain(output == null ? "." : output, e.problem());
            return ExitCode.UNUSABLE_INPUT;
        }
    }

    private static String unknown(String term, Vocabulary vocabulary) {
        return "sps rulebook: no therapy that rules speak of is called \"" + term + "\""
                + vocabulary
                        .nearest(term, Vocabulary.therapies())
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; ./sps words finds what there is");
    }

    private static Path named(String argument) throws UnreadableException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableException("this cannot be the name of a folder");
        }
    }

    /** Pages of rules that are gone would stay, and what is no page must not be lost among them. */
    private static void refuseOthers(Path target, SortedMap<String, String> files) throws UnreadableException {
        try {
            Optional<String> other = PageFiles.other(target, files);
            if (other.isPresent()) {
                throw new UnreadableException("this folder holds " + other.get()
                        + ", which is no part of the rulebook; name another folder, or delete it");
            }
        } catch (IOException e) {
            throw new UnreadableException("this folder cannot be looked at");
        }
    }

    private static void write(Path target, SortedMap<String, String> files) throws UnreadableException {
        try {
            PageFiles.write(target, files);
        } catch (IOException e) {
            throw new UnreadableException("nothing can be written here");
        }
    }
}
