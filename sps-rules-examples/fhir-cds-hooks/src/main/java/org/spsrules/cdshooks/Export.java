package org.spsrules.cdshooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.spsrules.SpsRules;
import org.spsrules.fhir.knowledge.KnowledgeMapping;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the knowledge out in forms that others exchange. */
@Command(
        name = "export",
        description = "Writes the knowledge in a form that others exchange.",
        synopsisSubcommandLabel = "FORM",
        subcommands = Export.Fhir.class)
final class Export {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Say what the options are.")
    private boolean help;

    /** Writes the knowledge as FHIR R4. */
    @Command(
            name = "fhir",
            description =
                    "Writes the knowledge as FHIR R4: PlanDefinitions of ladder and rules, Libraries of their sources, and"
                            + " the vocabulary as CodeSystem, ValueSets and ConceptMaps. Drafts for reading and exchange: not"
                            + " clinically reviewed, and not for execution.",
            footer = {"", "Exit codes: 0 the files are written, 2 wrong usage or they cannot be, 3 sps itself failed."})
    static final class Fhir implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Say what the options are.")
        private boolean help;

        @Parameters(paramLabel = "DIR", description = "Folder to write to; empty, or not there yet.")
        private Path folder = Path.of("");

        @Override
        public Integer call() {
            makeFolder();
            IParser parser = FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true);
            try (SpsRules rules = SpsRules.load()) {
                List<Resource> resources = new KnowledgeMapping(rules).resources();
                for (Resource resource : resources) {
                    String name =
                            resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json";
                    Files.writeString(folder.resolve(name), parser.encodeResourceToString(resource) + "\n");
                }
                command().getOut().println(resources.size() + " resources are in " + folder + ".");
                return Program.WELL;
            } catch (IOException e) {
                throw new ParameterException(command(), "Nothing more can be written to " + folder + ".", e);
            }
        }

        private void makeFolder() {
            try {
                Files.createDirectories(folder);
                try (Stream<Path> found = Files.list(folder)) {
                    if (found.findAny().isPresent()) {
                        throw new ParameterException(
                                command(), folder + " is not empty; name a folder that is, or that is not there yet.");
                    }
                }
            } catch (IOException e) {
                throw new ParameterException(command(), folder + " cannot be made a folder to write to.", e);
            }
        }

        private CommandLine command() {
            return spec == null ? new CommandLine(this) : spec.commandLine();
        }
    }
}
