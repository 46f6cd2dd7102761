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
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.spsrules.authoring.TokenReader.NotUnderstoodException;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Pattern.Quantifier;
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

    private final String file;
    private final String text;
    private final Diagnostics diagnostics;
    private boolean failed;

    private RuleParser(String file, String text, Diagnostics diagnostics) {
        this.file = file;
        this.text = text;
        this.diagnostics = diagnostics;
    }

    /**
     * The rule in a file, or nothing if it cannot be understood; why is in the diagnostics.
     *
     * @param file path relative to the folder of the knowledge base, for messages
     * @param id id of the rule
     */
    static Optional<Rule> parse(String file, String id, String text, Diagnostics diagnostics) {
        return new RuleParser(file, text, diagnostics).parse(id);
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
            fail(
                    Math.max(1, descr.getLine()),
                    1,
                    "title",
                    "the title is a sentence in double quotes; it holds no quotes, line breaks or invisible characters");
        }
        if (descr.hasParent()) {
            fail(descr.getLine(), 1, "not-allowed", "a rule extends no other; write its conditions out");
        }
        Map<String, String> annotations = new java.util.TreeMap<>();
        for (AnnotationDescr annotation : descr.getAnnotations()) {
            if (!ANNOTATIONS.contains(annotation.getName())) {
                Place place = find("@" + annotation.getName());
                fail(
                        place.line,
                        place.column,
                        "unknown-annotation",
                        "@" + annotation.getName() + " is not known; a rule has @source, @evidence and @reviewed");
            }
            annotations.put(annotation.getName(), unquoted(annotation.getSingleValueAsString()));
        }
        List<Pattern> patterns = new ArrayList<>();
        for (BaseDescr part : descr.getLhs().getDescrs()) {
            pattern(part).ifPresent(patterns::add);
        }
        Optional<Sentence> sentence = sentence(descr);
        if (failed || sentence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                id,
                descr.getName(),
                words(annotations.get("source")),
                words(annotations.get("evidence")),
                annotations.getOrDefault("reviewed", "none"),
                List.copyOf(patterns),
                sentence.get(),
                0));
    }

    private @Nullable RuleDescr onlyRule() {
        refuse("\\", "a rule file holds no backslash; write the character itself");
        refuse("/*", "comments begin with // and end with the line");
        if (failed) {
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr content = null;
        try {
            content = parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException e) {
            fail(1, 1, "syntax", "this is not a rule: " + firstLine(String.valueOf(e.getMessage())));
        }
        parser.getErrors().forEach(error -> {
            int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
            fail(line, column(error.getMessage()), "syntax", readable(error.getMessage()));
        });
        if (failed || content == null) {
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
            fail(
                    Math.max(1, other.getLine()),
                    1,
                    "not-allowed",
                    "a rule file holds a rule and nothing else: no imports, globals, functions or declarations");
        }
        if (!content.getName().isEmpty()) {
            Place place = find("package");
            fail(
                    place.line,
                    place.column,
                    "not-allowed",
                    "a rule file names no package; its folder says where it belongs");
        }
        if (content.getRules().size() != 1) {
            fail(
                    1,
                    1,
                    "not-one-rule",
                    "a rule file holds one rule, this one holds "
                            + content.getRules().size());
        }
        return failed ? null : content.getRules().get(0);
    }

    /**
     * Unicode escapes, which Java reads before anything else, and comments that hide part of a line could show a reader
     * another rule than the one that is read.
     */
    private void refuse(String forbidden, String why) {
        int at = text.indexOf(forbidden);
        if (at >= 0) {
            Place place = place(at);
            fail(place.line, place.column, "not-allowed", why);
        }
    }

    private void refuse(Set<String> names, int line, String why) {
        for (String name : new TreeSet<>(names)) {
            Place place = find(name);
            fail(Math.max(line, place.line), place.column, "not-allowed", name + " " + why);
        }
    }

    private Optional<Pattern> pattern(BaseDescr part) {
        Quantifier quantifier = Quantifier.EACH;
        BaseDescr inner = part;
        if (part instanceof NotDescr not) {
            quantifier = Quantifier.NOT;
            inner = not.getDescrs().get(0);
        } else if (part instanceof ExistsDescr exists) {
            quantifier = Quantifier.EXISTS;
            inner = (BaseDescr) exists.getDescrs().get(0);
        }
        if (!(inner instanceof PatternDescr pattern)) {
            fail(
                    Math.max(1, part.getLine()),
                    part.getColumn() + 1,
                    "not-allowed",
                    "a condition is a pattern such as Patient( adult ), alone or after not or exists");
            return Optional.empty();
        }
        boolean plain = pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getIdentifier() == null
                && pattern.getAnnotations().isEmpty();
        if (!plain) {
            fail(
                    pattern.getLine(),
                    pattern.getColumn() + 1,
                    "not-allowed",
                    "a pattern has a fact type and constraints and nothing else; bind fields inside it, as in"
                            + " Treatment( $drug : therapy )");
        }
        List<Constraint> constraints = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            constraint(constraint).ifPresent(constraints::add);
        }
        return Optional.of(new Pattern(
                quantifier,
                pattern.getObjectType(),
                List.copyOf(constraints),
                source(part).replaceAll("\\s+", " ").strip(),
                pattern.getLine()));
    }

    private Optional<Constraint> constraint(BaseDescr descr) {
        if (!(descr instanceof ExprConstraintDescr expression)) {
            fail(
                    descr.getLine(),
                    descr.getColumn() + 1,
                    "not-allowed",
                    "this is not a constraint of the rule language");
            return Optional.empty();
        }
        try {
            return Optional.of(ConstraintParser.parse(
                    new TokenReader(source(expression), expression.getLine(), expression.getColumn() + 1)));
        } catch (NotUnderstoodException e) {
            fail(e);
            return Optional.empty();
        }
    }

    private Optional<Sentence> sentence(RuleDescr descr) {
        int from = thenOf(descr);
        if (from < 0) {
            fail(
                    Math.max(1, descr.getConsequenceLine()),
                    1,
                    "syntax",
                    "a rule has a then on a line of its own, followed by one sentence and end");
            return Optional.empty();
        }
        Place place = place(from);
        try {
            return Optional.of(SentenceParser.parse(new TokenReader(text.substring(from), place.line, place.column)));
        } catch (NotUnderstoodException e) {
            fail(e);
            return Optional.empty();
        }
    }

    /** Where the sentence begins: behind the word {@code then} that begins the line which the parser gives for it. */
    private int thenOf(RuleDescr descr) {
        int offset = 0;
        for (int line = 1; line < descr.getConsequenceLine(); line++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        java.util.regex.Matcher then = THEN.matcher(text).region(offset, text.length());
        return then.lookingAt() ? then.end() : -1;
    }

    /** The parser counts the last character in. */
    private String source(BaseDescr descr) {
        return text.substring(descr.getStartCharacter(), descr.getEndCharacter() + 1);
    }

    private void fail(NotUnderstoodException failure) {
        fail(failure.token().line(), failure.token().column(), "syntax", String.valueOf(failure.getMessage()));
    }

    private void fail(int line, int column, String code, String message) {
        failed = true;
        diagnostics.add(file, line, column, code, message);
    }

    private record Place(int line, int column) {}

    private Place find(String word) {
        return place(Math.max(0, text.indexOf(word)));
    }

    private Place place(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(letter -> letter == '\n').count() + 1;
        return new Place(line, offset - before.lastIndexOf('\n'));
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
