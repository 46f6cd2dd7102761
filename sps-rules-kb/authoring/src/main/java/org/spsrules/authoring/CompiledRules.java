package org.spsrules.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.knowledge.Rule;

/** Writes rules as a project for the Drools compiler. */
public final class CompiledRules {

    /** The folder of the package into which all rules are compiled. */
    public static final String PACKAGE = "org/spsrules/kb";

    private static final String MODULE = "<kmodule xmlns=\"http://www.drools.org/xsd/kmodule\"/>\n";

    private CompiledRules() {}

    /** Writes the project into an empty folder. */
    public static void write(List<Rule> rules, Path project) throws IOException {
        Path resources = project.resolve("src/main/resources");
        Path module = resources.resolve("META-INF/kmodule.xml");
        Files.createDirectories(module.getParent());
        Files.writeString(module, MODULE);
        int highest = rules.stream().mapToInt(Rule::stratum).max().orElse(0);
        for (Rule rule : rules) {
            Path file = resources.resolve(PACKAGE + "/" + rule.id() + RuleFile.ENDING);
            Files.createDirectories(file.getParent());
            Files.writeString(file, CompiledForm.of(rule, highest));
        }
    }
}
