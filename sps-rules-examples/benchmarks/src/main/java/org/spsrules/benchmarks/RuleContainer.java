package org.spsrules.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.runtime.KieContainer;
import org.spsrules.authoring.compile.CompiledRules;
import org.spsrules.internal.rule.Rule;

/** Containers that hold the rules, in the two ways in which Drools' manual makes them. */
final class RuleContainer {

    private RuleContainer() {}

    /** From a jar on the class path whose rules were compiled when it was built. */
    static KieContainer onClassPath() {
        return KieServices.get().getKieClasspathContainer();
    }

    /** By writing these rules as a project, and compiling that. */
    static KieContainer compiledFrom(List<Rule> rules) {
        try {
            Path project = Files.createTempDirectory("rules");
            try {
                CompiledRules.write(rules, project);
                return compiledFrom(project);
            } finally {
                delete(project);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** From the folder of a project, by compiling its rules here and now. */
    static KieContainer compiledFrom(Path project) throws IOException {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.write(project.relativize(path).toString(), Files.readString(path));
            }
        }
        Results results = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getResults();
        List<Message> errors = results.getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("the rules do not compile: " + errors);
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId());
    }
}
