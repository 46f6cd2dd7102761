package org.spsrules.authoring.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.spsrules.authoring.language.ShortForm;
import org.spsrules.authoring.row.RowModel;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Meaning;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.knowledge.ReportFinding;
import org.spsrules.internal.knowledge.RuleFolder;
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
                @care( "routine" )              the kind of care, if it waits in an emergency
                @table( "monitoring" )          the table that it is over, if it is over one
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

            **Care that waits.** `knowledge.yaml` names kinds of care under `care`, each with a finding, `routine:
            ladder-suspended`. A rule that says `@care( "routine" )` speaks only while that finding does not hold.

            **Lenient questions** also hold when the answer is not known. A report then lists what was assumed, and asks. That a
            drug was never had is known where the case says so of it, or says that its treatment history is complete; that it is
            not taken, where it was never had or the medication list is complete.

            **Tables.** Rules that differ in nothing but data are written once, over a table of the vocabulary. Such a rule
            stands for one rule for each row, whose id is that of the file with the name of the row, as in
            `safety/abrupt-end#oral-baclofen`. The first column names the row. `row.therapy` stands for what the row has in
            the column `therapy`, wherever a code, a word, a number, a dose, a text or the level of an alert can stand; a list
            stands for its values, as in `hasAny( row.conditions )`. A part of the sentence whose column the row leaves empty
            is left out. The columns `title`, `sources` and `evidence` stand for those of the rule.

            **Dates.** `daysAgo`, `daysSinceStart` and `daysSinceEnd` count to the day of the case. Where a case states only the
            month or the year, days since a start or an end are the fewest that they can be, and `daysAgo` is the most: so
            `daysSinceStart >= 92` and `daysAgo <= 0` hold only if they hold of every day that is left open. Where a danger turns
            on an open day, ask for it as well: `startDateUnknown` and `dateUnknown` hold where the day is not stated, also if the
            month is. A `TestResult` is one positive or negative result; of those that are awaited ask
            `Tests( pending( "creatine-kinase" ) )`.
            """;

    private static final String SHORT_FORMS = """

            ## Short forms

            Groups that rules ask again and again have a short form. It stands alone in its pattern, without `not` and
            `exists`.

            | Write | It means |
            |---|---|
            """;

    private static final String SENTENCES = """

            ## Sentences

            `verb( "code" ).because( "why" ).dose( "the usual dose" ).how( "how else" ).forPatient( "the same, to the patient"
            ).after( "code" );` - `because` is required except after `conclude`; `dose`, `how`, `forPatient` and `after` (tests
            or care that come first) are optional. What `dose` says in words is for the usual patient; where a finding calls
            for another regimen, the words of vocabulary/dosing.yaml take its place, so that no rule has to ask. A long text
            may be broken into several, `because( "one", "two" )`.

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

    private static final String ROWS = """

            ## Rows

            A rule can be about each row of a table, such as each step of the ladder in `vocabulary/ladder.yaml`. It asks for
            the row as if it were a fact, and becomes one rule for each row that fits, in which what the row says stands in
            place of the variables. So a row more is a rule more.

            ```drl
            rule "A step is reached when the step before it is reached and closed"
                @source( "D-01, D-02" )
                @evidence( "project-decision" )
            when
                Step( $step : code, $before : after )
                Finding( name == "step-reached", of == $before )
                Finding( name == "step-closed", of == $before )
            then
                conclude( "step-reached", $step );
            end
            ```

            A rule asks for rows once. Its alternatives may ask for more, `( Step( code == $step, first ) and … )`; one that
            asks for a row which does not exist falls away, one that asks for several is there once for each. A row that does
            not say what is bound does not fit. A variable that stands for several, such as `$all : closedBy`, is asked of
            each of them, or names all of them where a question takes several. A finding about a row that no rule concludes of
            it is not asked for. Title and texts may hold such variables, `"Look at the steps before $called"`, and the rule
            rests on the statements of its row too.

            The id of such a rule is that of its file, `#` and the code of the row: `pitfalls/step-skipped#ivig`. Its scenarios
            lie beside the file, and each says `of:` which row it is.
            """;

    private static final String FOLDERS = """

            ## Folders

            `knowledge.yaml` names the folders in the order of a report, each with its kind, `{name: first-line, kind:
            ladder}`; a name alone is a treatment folder. A folder may have rooms: `appraisal/closing/tried` is a rule of the
            folder `appraisal`.

            | Kind | What its rules speak of, and how a report treats it |
            |---|---|
            """;

    private static final String FINDINGS = """

            ## Findings that a report reads

            `knowledge.yaml` names them under `findings`, `ladder-suspended: code-of-the-finding`.

            | For | What the report does with it |
            |---|---|
            """;

    private static final String PRECEDENCE = """

            ## One drug, one direction

            `knowledge.yaml` says under `precedence` what outranks what, strongest first; rules need not ask. While a row
            holds of a drug, what it withholds is not said of that drug, and the report names it as withheld with the title of
            the rule that outranks it. So the title of a rule that concludes such a finding is read by people.

            | Row | It holds |
            |---|---|
            | `{finding: raising-held, withholds: [titrate]}` | while a rule concludes the finding of the drug, of a class of it, or of nothing |
            | `{said: review, withholds: [titrate, continue]}` | while a rule says it of the drug or of a class of it, and is not withheld itself |
            | `{once: taper}` | of all drugs but the first of which it is said |
            | `{once: titrate, behind: [start], among: cns-depressant}` | the same; and of a drug of the class where another of it is begun that comes earlier in the report |

            What an `emergency` or `safety` folder offers is outranked by nothing.
            """;

    private LanguagePage() {}

    /** The page, in Markdown. */
    public static String text() {
        StringBuilder page = new StringBuilder();
        String operators = Arrays.stream(Operator.values())
                .map(operator -> "`" + operator.symbol() + "`")
                .collect(Collectors.joining(" "));
        page.append(INTRODUCTION.formatted(operators)).append("\n## Facts\n");
        FactModel.instance().types().values().forEach(type -> page.append(table(type)));
        page.append(SHORT_FORMS);
        for (ShortForm form : ShortForm.values()) {
            page.append(row(form.written(), "`" + form.meaning() + "`"));
        }
        page.append(SENTENCES);
        for (Verb verb : Verb.values()) {
            page.append(row(verb.word(), fate(verb)));
        }
        page.append(ROWS);
        RowModel.types().values().forEach(type -> page.append(table(type)));
        page.append(FOLDERS);
        for (RuleFolder.Kind kind : RuleFolder.Kind.values()) {
            page.append(row(kind.word(), kind.meaning()));
        }
        page.append(FINDINGS);
        for (ReportFinding.Role role : ReportFinding.Role.values()) {
            page.append(row(role.word(), role.meaning()));
        }
        return page.append(PRECEDENCE).append(LAYOUT).toString();
    }

    /** What can be asked of a fact or a row. */
    private static String table(FactType type) {
        return type.questions().values().stream()
                .map(question -> row(form(question), meaning(question)))
                .collect(Collectors.joining("", "\n### " + type.name() + "\n\n| Write | It means |\n|---|---|\n", ""));
    }

    private static String row(String written, String meaning) {
        return "| `" + written + "` | " + meaning + " |\n";
    }

    private static String form(Question question) {
        Meaning says = question.says();
        if (question.isFlag()) {
            return question.name();
        } else if (question.isPredicate()) {
            String argument = says.dose() ? "40 mg/day" : kinds(says.of());
            return question.name() + "( \"" + argument + "\"" + (question.isVariadic() ? ", …" : "") + " )";
        }
        if (question.isList()) {
            return "$all : " + question.name();
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
            case ALERT ->
                "alert, with its level first: `alert( critical, \"code\" )`, `alert( warning, \"code\" )`, `note( \"code\" )`"
                        + " for what is merely good to know; may stand without a code";
            case ADVICE -> "recommendation to " + verb.phrase() + "; withheld only if it is outranked";
            case EXPOSURE -> "recommendation to " + verb.phrase() + "; withheld if anything stands against it";
        };
    }
}
