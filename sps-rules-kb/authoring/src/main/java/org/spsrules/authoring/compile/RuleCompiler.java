package org.spsrules.authoring.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.spsrules.Problem.Position;
import org.spsrules.SpsRules;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.internal.engine.CompiledModels;
import org.spsrules.internal.engine.DroolsEngine;
import org.spsrules.internal.rule.Rule;

/** Compiles rules in this process, into the same form that the build of a knowledge base gives them. */
public final class RuleCompiler {

    private static final String RESOURCES = "src/main/resources/";

    /** Compiling takes much memory, and Drools registers what it compiles in one place for the whole process. */
    private static final Object ONE_AT_A_TIME = new Object();

    private RuleCompiler() {}

    /** An engine for these rules; empty, with the reasons in the diagnostics, if they do not compile. */
    public static Optional<DroolsEngine> engine(List<Rule> rules, Diagnostics diagnostics) {
        return classes(rules, diagnostics).map(classes -> DroolsEngine.pooled(CompiledModels.from(classes), rules));
    }

    public static Optional<CompiledClasses> classes(List<Rule> rules, Diagnostics diagnostics) {
        ClassLoader parent = SpsRules.class.getClassLoader();
        synchronized (ONE_AT_A_TIME) {
            KieServices services = KieServices.get();
            ReleaseId release = services.newReleaseId("org.spsrules", "sps-rules-kb", "1");
            KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
            Map<String, String> paths = new HashMap<>();
            CompiledRules.texts(rules).forEach((id, text) -> {
                String file = CompiledRules.fileOf(id);
                files.write(RESOURCES + file, text);
                paths.put(file, RuleFile.pathOf(id));
            });
            KieBuilder builder = services.newKieBuilder(files, parent);
            try {
                builder.buildAll(ExecutableModelProject.class);
                List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
                errors.forEach(error -> diagnostics.add(
                        paths.getOrDefault(String.valueOf(error.getPath()).replace(RESOURCES, ""), "rules"),
                        new Position(Math.max(error.getLine(), 1), 1),
                        LintCode.COMPILER,
                        "the rule passed every check and does not compile: " + error.getText()));
                return errors.isEmpty()
                        ? Optional.of(new CompiledClasses(content((InternalKieModule) builder.getKieModule()), parent))
                        : Optional.empty();
            } finally {
                services.getRepository().removeKieModule(release);
            }
        }
    }

    private static Map<String, byte[]> content(InternalKieModule module) {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : module.getFileNames()) {
            if (!name.endsWith(RuleFile.ENDING)) {
                files.put(name, module.getBytes(name));
            }
        }
        return files;
    }
}
