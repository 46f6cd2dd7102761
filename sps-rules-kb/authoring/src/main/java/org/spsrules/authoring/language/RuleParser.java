package org.spsrules.authoring.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.authoring.diagnostic.Places.Part;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.rule.Sentence;
import org.spsrules.internal.spelling.Suggestion;

/**
 * The parser of a rule file. Drools' own parser finds the parts; what in them is not of the rule language is refused.
 * Whatever is compiled later is printed from what is read here, so nothing else in the file can come to run.
 */
final class RuleParser {

    private static final Set<String> ANNOTATIONS = Set.of("source", "evidence", "reviewed", Care.ANNOTATION, "table");

    /** The form of what an annotation says; Drools would take code, lists and other annotations too. */
    private static final java.util.regex.Pattern ONE_TEXT =
            java.util.regex.Pattern.compile("\\s*\\(\\s*\"[^\"\\n]*\"\\s*\\)");

    private static final java.util.regex.Pattern THEN = java.util.regex.Pattern.compile("[ \\t]*then\\b");

    private static final java.util.regex.Pattern TITLE =
            java.util.regex.Pattern.compile("[^\"'\\\\\\p{C}\\p{Zl}\\p{Zp}]*\\p{L}[^\"'\\\\\\p{C}\\p{Zl}\\p{Zp}]*");

    private final RuleText text;

    private RuleParser(RuleText text) {
        this.text = text;
    }

    /**
     * The rule in a file, or nothing if it cannot be understood; why is in the diagnostics.
     *
     * @param file path of the file, for messages
     * @param id of the rule; of a rule over a table, that of its file
     * @param row the row of a table for which it is read, if it is over one
     */
    static Optional<ParsedRule> parse(
            String file, String id, String text, Optional<RowInUse> row, Diagnostics diagnostics) {
        RuleText reading = new RuleText(file, text, row, diagnostics);
        String idOfRow = row.map(values -> Rule.idOf(id, values.row().name())).orElse(id);
        try {
            return new RuleParser(reading)
                    .parse(idOfRow)
                    .map(parsed -> new ParsedRule(file, text, parsed.rule, parsed.care, parsed.places));
        } catch (RuntimeException | StackOverflowError e) {
            // The parser admits far more than the rule language, and leaves in its tree what nothing here expects.
            reading.fail(0, LintCode.SYNTAX, "this cannot be read as a rule");
            return Optional.empty();
        }
    }

    private record Parsed(Rule rule, Optional<String> care, Places places) {}

    private Optional<Parsed> parse(String id) {
        RuleDescr descr = onlyRule();
        if (descr == null) {
            return Optional.empty();
        }
        parts(descr);
        refuse(descr.getAttributes().keySet(), "has no place in a rule: the order of rules is computed");
        refuse(descr.getNamedConsequences().keySet(), "is a second consequence; a rule says one sentence");
        String title = title(descr.getName());
        boolean quoted = text.offset('"' + descr.getName() + '"', 0).isPresent();
        if (!quoted || !TITLE.matcher(title).matches()) {
            text.fail(
                    text.places().of(Part.TITLE),
                    LintCode.TITLE,
                    "the title is a sentence in double quotes; it holds no quotes, line breaks or invisible characters");
        }
        if (descr.hasParent()) {
            text.fail(text.find("extends"), LintCode.NOT_ALLOWED, "a rule extends no other; write its conditions out");
        }
        Map<String, String> annotations = annotations(descr);
        List<Condition> conditions = new ArrayList<>();
        ConditionParser parser = new ConditionParser(text);
        for (BaseDescr part : descr.getLhs().getDescrs()) {
            parser.parse(part).ifPresent(conditions::add);
        }
        Optional<Sentence> sentence = sentence(descr);
        if (text.failed() || sentence.isEmpty() || !isOfTheRuleLanguage()) {
            return Optional.empty();
        }
        Rule rule = new Rule(
                id,
                title,
                ofRow(Table.SOURCES, Part.SOURCE).orElseGet(() -> words(annotations.get("source"), Part.SOURCE)),
                ofRow(Table.EVIDENCE, Part.EVIDENCE).orElseGet(() -> words(annotations.get("evidence"), Part.EVIDENCE)),
                annotations.getOrDefault("reviewed", "none"),
                List.copyOf(conditions),
                sentence.get(),
                0);
        return Optional.of(new Parsed(rule, Optional.ofNullable(annotations.get(Care.ANNOTATION)), text.places()));
    }

    private String title(String ofTheFile) {
        return ofRow(Table.TITLE, Part.TITLE)
                .map(texts -> String.join(" ", texts))
                .orElse(ofTheFile);
    }

    /** What the row says in a column that stands for a part of the rule. */
    private Optional<List<String>> ofRow(String column, Part part) {
        Optional<Table.Cell> cell = text.row().flatMap(values -> values.row().cell(column));
        cell.ifPresent(found -> {
            text.places().put(part, found.location());
            found.values().forEach(word -> text.places().put(part, word, found.location()));
        });
        return cell.map(Table.Cell::values);
    }

    private void parts(RuleDescr descr) {
        int rule = text.offset("rule", 0).orElse(0);
        text.places().put(Part.RULE, text.position(rule));
        put(Part.TITLE, '"' + descr.getName() + '"', rule);
        put(Part.SOURCE, "@source", rule);
        put(Part.EVIDENCE, "@evidence", rule);
        put(Part.CARE, "@" + Care.ANNOTATION, rule);
        put(Part.WHEN, "when", rule);
    }

    private void put(Part part, String word, int from) {
        text.offset(word, from).ifPresent(offset -> text.places().put(part, text.position(offset)));
    }

    private Map<String, String> annotations(RuleDescr descr) {
        Map<String, String> annotations = new TreeMap<>();
        for (AnnotationDescr annotation : descr.getAnnotations()) {
            String written = "@" + annotation.getName();
            int first = text.offset(written, 0).orElse(0);
            if (!ANNOTATIONS.contains(annotation.getName())) {
                text.fail(
                        first,
                        LintCode.UNKNOWN_ANNOTATION,
                        written + " is not known; a rule has @source, @evidence, @reviewed, @care and @table"
                                + Suggestion.didYouMean(annotation.getName(), ANNOTATIONS));
            }
            if (!ONE_TEXT.matcher(text.code())
                    .region(
                            Math.min(first + written.length(), text.code().length()),
                            text.code().length())
                    .lookingAt()) {
                text.fail(
                        first,
                        LintCode.SYNTAX,
                        written + " takes one text in quotes and brackets, as in " + written + "( \"…\" )");
            }
            annotations.put(annotation.getName(), unquoted(annotation.getSingleValueAsString()));
        }
        return annotations;
    }

    private @Nullable RuleDescr onlyRule() {
        RuleSafety.check(text);
        if (text.failed()) {
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr content = null;
        try {
            content = parser.parse(false, text.text());
        } catch (DroolsParserException e) {
            text.fail(0, LintCode.SYNTAX, "this cannot be read as a rule");
        }
        parser.getErrors().forEach(error -> new DrlError(error, text).report());
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
                    other,
                    LintCode.NOT_ALLOWED,
                    "a rule file holds a rule and nothing else: no imports, globals, functions or declarations");
        }
        if (!content.getName().isEmpty()) {
            text.fail(
                    text.find("package"),
                    LintCode.NOT_ALLOWED,
                    "a rule file names no package; its folder says where it belongs");
        }
        if (content.getRules().size() != 1) {
            text.fail(
                    content.getRules().isEmpty()
                            ? 0
                            : Math.max(0, content.getRules().get(1).getStartCharacter()),
                    LintCode.NOT_ONE_RULE,
                    "a rule file holds one rule, this one holds "
                            + content.getRules().size());
        }
        return text.failed() ? null : content.getRules().get(0);
    }

    private void refuse(Set<String> names, String why) {
        for (String name : new TreeSet<>(names)) {
            text.fail(text.find(name), LintCode.NOT_ALLOWED, name + " " + why);
        }
    }

    private Optional<Sentence> sentence(RuleDescr descr) {
        int from = thenOf(descr);
        if (from < 0) {
            text.fail(
                    new Position(Math.max(1, descr.getConsequenceLine()), 1),
                    LintCode.SYNTAX,
                    "the word then begins a line, and one sentence and end follow it");
            return Optional.empty();
        }
        try {
            return Optional.of(SentenceParser.parse(text.reader(text.text().substring(from), text.position(from))));
        } catch (NotUnderstoodException e) {
            text.fail(e);
            return Optional.empty();
        }
    }

    /** The offset of the sentence, behind the {@code then} that begins the line which Drools' parser gives for it. */
    private int thenOf(RuleDescr descr) {
        int offset = 0;
        for (int line = 1; line < descr.getConsequenceLine(); line++) {
            offset = text.text().indexOf('\n', offset) + 1;
        }
        java.util.regex.Matcher then =
                THEN.matcher(text.text()).region(offset, text.text().length());
        return then.lookingAt() ? then.end() : -1;
    }

    /** Whether nothing is left that only DRL admits, for example brackets around one condition. */
    private boolean isOfTheRuleLanguage() {
        try {
            RuleDocument.read(text.text());
            return true;
        } catch (NotUnderstoodException e) {
            text.fail(e);
            return false;
        }
    }

    private List<String> words(@Nullable String list, Part part) {
        if (list == null || list.isBlank()) {
            return List.of();
        }
        List<String> words = Stream.of(list.split(",")).map(String::strip).toList();
        int from = text.offset(part == Part.SOURCE ? "@source" : "@evidence", 0).orElse(0);
        for (String word : words) {
            if (!word.isEmpty()) {
                text.offset(word, from)
                        .ifPresent(offset ->
                                text.places().put(part, word, text.places().at(text.position(offset))));
            }
        }
        return words;
    }

    private static String unquoted(@Nullable String value) {
        return value == null ? "" : value.replaceAll("^\"|\"$", "");
    }
}
