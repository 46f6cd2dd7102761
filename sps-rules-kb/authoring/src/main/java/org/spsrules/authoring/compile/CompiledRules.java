package org.spsrules.authoring.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.internal.rule.Rule;

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
        for (Map.Entry<String, String> rule : texts(rules).entrySet()) {
            Path file = resources.resolve(fileOf(rule.getKey()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, rule.getValue());
        }
    }

    /** Where the compiler is given a rule: all in the folder of their package, for Drools warns of every file that is not. */
    static String fileOf(String id) {
        return PACKAGE + "/" + id.replace("/", "_").replace("#", "__") + RuleFile.ENDING;
    }

    /** What the compiler is given for each rule, by the rule's id. */
    static Map<String, String> texts(List<Rule> rules) {
        int highest = rules.stream().mapToInt(Rule::stratum).max().orElse(0);
        Map<String, String> texts = new LinkedHashMap<>();
        rules.forEach(rule -> texts.put(rule.id(), CompiledForm.of(rule, highest)));
        return texts;
    }
}
