package org.spsrules.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.spsrules.authoring.RuleText.Place;
import org.spsrules.authoring.TokenReader.NotUnderstoodException;
import org.spsrules.knowledge.Condition;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Sentence;

/**
 * Reads a rule file: Drools' own parser finds the parts, and everything in them that is not of the rule language is
 * refused. Whatever is compiled later is printed from what is read here, so nothing else in the file can come to run.
 */
final class RuleParser {

    private static final Set<String> ANNOTATIONS = Set.of("source", "evidence", "reviewed");

    private static final java.util.regex.Pattern THEN = java.util.regex.Pattern.compile("[ \\t]*then\\b");

    private static final java.util.regex.Pattern TITLE =
            java.util.regex.Pattern.compile("[^\"'\\\\\\p{C}\\p{Zl}\\p{Zp}]*\\p{L}[^\"'\\\\\\p{C}\\p{Zl}\\p{Zp}]*");

    /** Far deeper than any rule; what is deeper could exhaust the parser. */
    private static final int DEEPEST = 50;

    private final RuleText text;

    private RuleParser(RuleText text) {
        this.text = text;
    }

    /**
     * The rule in a file, or nothing if it cannot be understood; why is in the diagnostics.
     *
     * @param file path relative to the folder of the knowledge base, for messages
     * @param id id of the rule
     */
    static Optional<Rule> parse(String file, String id, String text, Diagnostics diagnostics) {
        return new RuleParser(new RuleText(file, text, diagnostics)).parse(id);
    }

    private Optional<Rule> parse(String id) {
        RuleDescr descr = onlyRule();
        if (descr == null) {
            return Optional.empty();
        }
        refuse(
                descr.getAttributes().keySet(),
                descr.getLine(),
                "has no place in a rule: the order of rules is computed");
        refuse(
                descr.getNamedConsequences().keySet(),
                descr.getLine(),
                "is a second consequence; a rule says one sentence");
        if (!TITLE.matcher(descr.getName()).matches()) {
            text.fail(
                    Math.max(1, descr.getLine()),
                    1,
                    "title",
                    "the title is a sentence in double quotes; it holds no quotes, line breaks or invisible characters");
        }
        if (descr.hasParent()) {
            text.fail(descr.getLine(), 1, "not-allowed", "a rule extends no other; write its conditions out");
        }
        Map<String, String> annotations = new java.util.TreeMap<>();
        for (AnnotationDescr annotation : descr.getAnnotations()) {
            if (!ANNOTATIONS.contains(annotation.getName())) {
                Place place = text.find("@" + annotation.getName());
                text.fail(
                        place.line(),
                        place.column(),
                        "unknown-annotation",
                        "@" + annotation.getName() + " is not known; a rule has @source, @evidence and @reviewed");
            }
            if (annotations.put(annotation.getName(), unquoted(annotation.getSingleValueAsString())) != null) {
                text.fail(
                        text.text().lastIndexOf("@" + annotation.getName()),
                        "unknown-annotation",
                        "@" + annotation.getName() + " stands twice; write one, with commas between its values");
            }
        }
        List<Condition> conditions = new ArrayList<>();
        ConditionParser parser = new ConditionParser(text);
        for (BaseDescr part : descr.getLhs().getDescrs()) {
            parser.parse(part).ifPresent(conditions::add);
        }
        Optional<Sentence> sentence = sentence(descr);
        if (text.failed() || sentence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                id,
                descr.getName(),
                words(annotations.get("source")),
                words(annotations.get("evidence")),
                annotations.getOrDefault("reviewed", "none"),
                List.copyOf(conditions),
                sentence.get(),
                0));
    }

    private @Nullable RuleDescr onlyRule() {
        refuse("\\", "a rule file holds no backslash; write the character itself");
        refuse("/*", "comments begin with // and end with the line");
        refuseDepth();
        if (text.failed()) {
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr content = null;
        try {
            content = parser.parse(false, text.text());
        } catch (DroolsParserException | RuntimeException e) {
            text.fail(1, 1, "syntax", "this is not a rule: " + firstLine(String.valueOf(e.getMessage())));
        }
        parser.getErrors().forEach(error -> {
            int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
            text.fail(line, column(error.getMessage()), "syntax", readable(error.getMessage()));
        });
        if (text.failed() || content == null) {
            return null;
        }
        List<? extends BaseDescr> others = Stream.of(
                        content.getImports(),
                        content.getFunctionImports(),
                        content.getAccumulateImports(),
                        content.getGlobals(),
                        content.getFunctions(),
                        content.getTypeDeclarations(),
                        content.getEnumDeclarations(),
                        List.copyOf(content.getEntryPointDeclarations()),
                        List.copyOf(content.getWindowDeclarations()),
                        content.getAttributes())
                .flatMap(List::stream)
                .toList();
        for (BaseDescr other : others) {
            text.fail(
                    Math.max(1, other.getLine()),
                    1,
                    "not-allowed",
                    "a rule file holds a rule and nothing else: no imports, globals, functions or declarations");
        }
        if (!content.getName().isEmpty()) {
            Place place = text.find("package");
            text.fail(
                    place.line(),
                    place.column(),
                    "not-allowed",
                    "a rule file names no package; its folder says where it belongs");
        }
        if (content.getRules().size() != 1) {
            text.fail(
                    1,
                    1,
                    "not-one-rule",
                    "a rule file holds one rule, this one holds "
                            + content.getRules().size());
        }
        return text.failed() ? null : content.getRules().get(0);
    }

    /**
     * Unicode escapes, which Java reads before anything else, and comments that hide part of a line could show a reader
     * another rule than the one that is read.
     */
    private void refuse(String forbidden, String why) {
        int at = text.text().indexOf(forbidden);
        if (at >= 0) {
            text.fail(at, "not-allowed", why);
        }
    }

    private void refuseDepth() {
        int depth = 0;
        for (int i = 0; i < text.text().length(); i++) {
            char letter = text.text().charAt(i);
            depth += letter == '(' || letter == '[' || letter == '{' ? 1 : 0;
            depth -= letter == ')' || letter == ']' || letter == '}' ? 1 : 0;
            if (depth > DEEPEST) {
                text.fail(i, "not-allowed", "brackets are nested deeper than any rule needs");
                return;
            }
        }
    }

    private void refuse(Set<String> names, int line, String why) {
        for (String name : new TreeSet<>(names)) {
            Place place = text.find(name);
            text.fail(Math.max(line, place.line()), place.column(), "not-allowed", name + " " + why);
        }
    }

    private Optional<Sentence> sentence(RuleDescr descr) {
        int from = thenOf(descr);
        if (from < 0) {
            text.fail(
                    Math.max(1, descr.getConsequenceLine()),
                    1,
                    "syntax",
                    "a rule has a then on a line of its own, followed by one sentence and end");
            return Optional.empty();
        }
        Place place = text.place(from);
        try {
            return Optional.of(
                    SentenceParser.parse(new TokenReader(text.text().substring(from), place.line(), place.column())));
        } catch (NotUnderstoodException e) {
            text.fail(e);
            return Optional.empty();
        }
    }

    /** Where the sentence begins: behind the word {@code then} that begins the line which the parser gives for it. */
    private int thenOf(RuleDescr descr) {
        int offset = 0;
        for (int line = 1; line < descr.getConsequenceLine(); line++) {
            offset = text.text().indexOf('\n', offset) + 1;
        }
        java.util.regex.Matcher then =
                THEN.matcher(text.text()).region(offset, text.text().length());
        return then.lookingAt() ? then.end() : -1;
    }

    private static List<String> words(@Nullable String list) {
        if (list == null || list.isBlank()) {
            return List.of();
        }
        return Stream.of(list.split(",")).map(String::strip).toList();
    }

    private static String unquoted(@Nullable String value) {
        return value == null ? "" : value.replaceAll("^\"|\"$", "");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** Parser messages read {@code [3,18]: [ERR 101] Line 3:18 no viable alternative at input ')' in rule "x"}. */
    private static int column(String message) {
        var matcher = java.util.regex.Pattern.compile("Line \\d+:(\\d+)").matcher(message);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) + 1 : 1;
    }

    private static String readable(String message) {
        return firstLine(message).replaceAll("^.*Line \\d+:\\d+ ", "").replaceAll(" in rule \".*\"$", "");
    }
}
