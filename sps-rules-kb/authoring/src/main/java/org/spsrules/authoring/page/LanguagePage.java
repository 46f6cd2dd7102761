package org.spsrules.authoring.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Meaning;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Concept;

/** The rule language on one page, made from the fact model and the verbs. */
public final class LanguagePage {

    private static final String INTRODUCTION = """
            # The rule language

            Generated from the fact model by the build; do not edit. How to write a rule step by step is in
            [README.md](README.md).

            ```drl
            rule "An imperative sentence"
                @source( "DO-01, LW-36" )       what it rests on
                @evidence( "label" )            how strong that is
                @reviewed( "none" )             who reviewed it clinically; may be left out
            when
                Patient( has( "fever" ) )       patterns, all of which must hold
            then
                start( "diazepam" ).because( "…" );     one sentence
            end
            ```

            **Patterns.** `Type( constraint, constraint )`: there is such a fact, and each one that fits is a match.
            `exists Type( … )`: there is at least one. `not Finding( … )`: no rule concluded it. Only findings may be
            negated, because only of them it is known that what is not there is not so; of facts, say which "not" is
            meant with one of the words below.

            `( Patient( … ) or Tests( … ) )`: at least one of them holds; an alternative may itself be a group,
            `( Patient( … ) and Tests( … ) )`. `accumulate( Treatment( current ); $n : count( 1 ); $n >= 2 )`: at least two
            facts fit. There is no "at most", because what is not listed may merely not be known. What is bound inside a
            group or a count is not known outside, and its name is not used again after it.

            **Constraints.** A flag stands alone: `confirmed`. A question takes codes of the vocabulary: `has( "fever" )`.
            A value is compared: numbers with %s, words with `==`. `$drug : therapy` names a value for later patterns and
            for the sentence. A value that is not known compares false with everything.

            **Lenient questions** also hold when the answer is not known. A report then lists what was assumed, and asks.
            """;

    private static final String SENTENCES = """

            ## Sentences

            `verb( "code" ).because( "why" ).how( "how" ).forPatient( "the same, to the patient" ).after( "code" );` -
            `because` is required except after `conclude`; `how`, `forPatient` and `after` (tests or care that come first)
            are optional. A long text may be broken into several, `because( "one", "two" )`.

            | Verb | What becomes of it |
            |---|---|
            """;

    private static final String LAYOUT = """

            ## Layout

            `./sps format` lays out rule files alike, and lint names those that are not. A line has at most 120 columns and
            begins four columns further in for each step. Every annotation and every condition has a line of its own. A group
            that is too wide is broken before each `or` or `and`, and a pattern that is too wide between its constraints. A
            sentence that is too wide has each of its parts on a line; a text that is too wide is broken between words,
            wherever its author broke it. A comment, `// …`, stays beside the word that it follows, or on a line of its own.
            """;

    private LanguagePage() {}

    /** The page, in Markdown. */
    public static String text() {
        StringBuilder page = new StringBuilder();
        String operators = Arrays.stream(Operator.values())
                .map(operator -> "`" + operator.symbol() + "`")
                .collect(Collectors.joining(" "));
        page.append(INTRODUCTION.formatted(operators)).append("\n## Facts\n");
        for (FactType type : FactModel.instance().types().values()) {
            page.append("\n### ").append(type.name()).append("\n\n| Write | It means |\n|---|---|\n");
            type.questions()
                    .values()
                    .forEach(question -> page.append("| `")
                            .append(form(question))
                            .append("` | ")
                            .append(meaning(question))
                            .append(" |\n"));
        }
        page.append(SENTENCES);
        for (Verb verb : Verb.values()) {
            page.append("| `")
                    .append(verb.word())
                    .append("` | ")
                    .append(fate(verb))
                    .append(" |\n");
        }
        return page.append(LAYOUT).toString();
    }

    private static String form(Question question) {
        Meaning says = question.says();
        if (question.isFlag()) {
            return question.name();
        } else if (question.isPredicate()) {
            String argument = says.dose() ? "40 mg/day" : kinds(says.of());
            return question.name() + "( \"" + argument + "\"" + (question.isVariadic() ? ", …" : "") + " )";
        }
        return question.isNumber() ? question.name() + " >= …" : question.name() + " == \"…\"";
    }

    private static String kinds(List<Concept.Kind> kinds) {
        return kinds.stream().map(Concept.Kind::word).collect(Collectors.joining("/"));
    }

    private static String meaning(Question question) {
        Meaning says = question.says();
        String meaning = says.value().replace("{0}", "…").replace("{value}", "…");
        if (!says.words().isEmpty()) {
            meaning += " (" + String.join(", ", says.words()) + ")";
        }
        return says.strictly().isEmpty()
                ? meaning
                : meaning + ", or not known; lenient form of `" + says.strictly() + "`";
    }

    private static String fate(Verb verb) {
        return switch (verb.role()) {
            case CONCLUSION -> "feeds other rules: `conclude( \"finding\" )`, `conclude( \"finding\", \"code\" )`";
            case ALERT -> verb.phrase() + " alert; may stand without a code";
            case ADVICE -> "recommendation to " + verb.phrase() + "; never withheld";
            case EXPOSURE -> "recommendation to " + verb.phrase() + "; withheld if anything stands against it";
        };
    }
}
