package org.spsrules.authoring.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.check.RuleCheck;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.UnknownConcept;
import org.spsrules.authoring.folder.DataFile;
import org.spsrules.authoring.language.Care;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.language.RuleFileReader;
import org.spsrules.authoring.language.Tables;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.AlertLevel;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Verb;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.Vocabulary;

/**
 * A file that says what must hold of every case: a sentence, the cases as conditions of the rule language, and what is said of them.
 *
 * <pre>
 * says: Whoever is to stop a benzodiazepine abruptly is warned of it.
 * when: |
 *   Plan( abruptEnd, concerns( "benzodiazepine" ) )
 * alert: warning
 * </pre>
 */
final class InvariantFile {

    private static final String BEFORE = "rule \"An invariant\" @source( \"none\" ) @evidence( \"none\" ) when ";
    private static final String BEHIND = "then review( \"none\" ); end";
    private static final String BLOCK = ": |";

    private final String path;
    private final List<String> lines;
    private final Knowledge knowledge;
    private final Vocabulary vocabulary;
    private final Diagnostics diagnostics;

    private InvariantFile(
            String path, String text, Knowledge knowledge, Vocabulary vocabulary, Diagnostics diagnostics) {
        this.path = path;
        this.lines = text.lines().toList();
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        this.diagnostics = diagnostics;
    }

    /** The invariant of a file; empty if something is wrong with it, which is in the diagnostics. */
    static Optional<WrittenInvariant> read(
            String path, String text, Knowledge knowledge, Vocabulary vocabulary, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        Optional<WrittenInvariant> invariant = new DataFile(path, own)
                .read(text)
                .map(entry -> new InvariantFile(path, text, knowledge, vocabulary, own).invariant(entry));
        own.sorted().forEach(diagnostics::add);
        return own.hasErrors() ? Optional.empty() : invariant;
    }

    private WrittenInvariant invariant(DataFile.Entry entry) {
        String says = entry.text("says");
        entry.text("when");
        Optional<String> alert = entry.optional("alert");
        Optional<String> never = entry.optional("never");
        Optional<String> about = entry.optional("about");
        Optional<Verb> beside = entry.optional("beside")
                .flatMap(word -> known(word, entry.positionOf("beside"), Verb::of, verbWords()));
        Optional<String> rules = entry.optional("rules");
        Optional<String> holds = entry.optional("holds");
        Saying saying = new Saying(
                alert.flatMap(word -> known(word, entry.positionOf("alert"), AlertLevel::of, levels())),
                verbs(never, entry.positionOf("never")),
                rules.map(ids -> List.of(ids.strip().split("\\s+"))).orElse(List.of()),
                about.map(InvariantFile::operand));
        List<Condition> when = conditions("when");
        about.ifPresent(word -> subject(word, when, entry.positionOf("about")));
        if (beside.isPresent() && never.isEmpty()) {
            fail(entry.positionOf("beside"), "beside narrows what is never said; write never: and its verbs as well");
        }
        saying.rules().forEach(pattern -> rule(pattern, entry.positionOf("rules")));
        boolean said = alert.isPresent() || never.isPresent() || rules.isPresent();
        if (said == holds.isPresent()) {
            fail(
                    entry.position(),
                    "an invariant says what follows: an alert of some level, something of some rules, never some verbs,"
                            + " or what holds; the last stands alone");
        }
        if (about.isPresent() && holds.isPresent()) {
            fail(entry.positionOf("about"), "about says of what something is said; holds says nothing of anything");
        }
        if (said && knowledge.rules().stream().noneMatch(saying::isOf)) {
            fail(entry.position(), "no rule can say this, so it would hold of anything");
        }
        entry.done();
        return new WrittenInvariant(
                path.replaceAll(".*/|\\.yaml$", ""),
                says,
                when,
                saying,
                never.isPresent(),
                beside,
                holds.isPresent() ? conditions("holds") : List.of(),
                new Location(path, entry.positionOf("says")));
    }

    private static List<String> levels() {
        return List.of(AlertLevel.values()).stream().map(AlertLevel::word).toList();
    }

    private static List<String> verbWords() {
        return List.of(Verb.values()).stream().map(Verb::word).toList();
    }

    private static Operand operand(String word) {
        return isVariable(word) ? new Operand.Variable(word) : new Operand.Text(word);
    }

    private static boolean isVariable(String word) {
        return word.startsWith("$");
    }

    private Set<Verb> verbs(Optional<String> never, Position position) {
        Set<Verb> verbs = new LinkedHashSet<>();
        never.ifPresent(text -> {
            for (String word : text.strip().split("\\s+")) {
                known(word, position, Verb::of, verbWords()).ifPresent(verbs::add);
            }
        });
        return verbs;
    }

    private <T> Optional<T> known(
            String word, Position position, Function<String, Optional<T>> reading, List<String> words) {
        Optional<T> known = reading.apply(word);
        if (known.isEmpty()) {
            diagnostics.add(
                    path,
                    position,
                    LintCode.UNKNOWN_WORD,
                    word + " is none of " + String.join(", ", words) + Suggestion.didYouMean(word, words));
        }
        return known;
    }

    /** What something is said of: a code, or a variable that the conditions bind. */
    private void subject(String code, List<Condition> when, Position position) {
        if (isVariable(code)) {
            if (when.stream()
                    .filter(condition ->
                            condition instanceof Pattern pattern && pattern.quantifier() == Pattern.Quantifier.EACH)
                    .flatMap(condition -> condition.patterns().stream())
                    .flatMap(pattern -> pattern.bindings().stream())
                    .noneMatch(binding -> binding.variable().equals(code))) {
                fail(
                        position,
                        "nothing in when binds " + code + "; write, for example, Treatment( " + code + " : therapy )");
            }
        } else if (vocabulary.isUnknown(code)) {
            diagnostics.add(
                    path,
                    position,
                    LintCode.UNKNOWN_CONCEPT,
                    UnknownConcept.message(code, vocabulary.nearest(code, Vocabulary.therapies())));
        }
    }

    private void rule(String pattern, Position position) {
        if (knowledge.rules().stream().noneMatch(rule -> Saying.fits(pattern, rule.id()))) {
            fail(position, "there is no rule " + pattern);
        }
    }

    private void fail(Position position, String message) {
        diagnostics.add(path, position, LintCode.DATA_FILE, message);
    }

    /** The conditions that stand under a key; they are read where they stand, so that problems have their place. */
    private List<Condition> conditions(String key) {
        int first = lines.indexOf(key + BLOCK);
        if (first < 0) {
            fail(
                    new Position(1, 1),
                    "write " + key + BLOCK + " and the conditions below it, each line indented by two blanks");
            return List.of();
        }
        List<String> rule = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            rule.add("");
        }
        rule.add(BEFORE);
        int next = first + 1;
        while (next < lines.size()
                && (lines.get(next).isBlank() || lines.get(next).startsWith(" "))) {
            rule.add(lines.get(next++));
        }
        rule.add(BEHIND);
        RuleFile file = new RuleFile(path, String.join("\n", rule));
        return new RuleFileReader(new Tables(List.of()), new Care(new LinkedHashMap<>()), diagnostics)
                .read(file).stream()
                        .peek(parsed -> new RuleCheck(vocabulary, Set.of(), Set.of(), diagnostics).conditions(parsed))
                        .flatMap(parsed -> parsed.rule().conditions().stream())
                        .toList();
    }
}
