package org.spsrules.authoring.diagnostic;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be wrong with a knowledge base, with what it means and an example of what to write instead. The
 * page LINT.md is made from it.
 */
public enum LintCode {
    // Files
    MISSING_FILE(
            Severity.ERROR,
            "A file without which there is no knowledge base is missing.",
            "The file knowledge.yaml names the version, the folders of the rules and the notes under every report.",
            "a folder without knowledge.yaml",
            "a folder with knowledge.yaml"),
    NO_RULES(
            Severity.ERROR,
            "The folder holds no rule.",
            "A knowledge base without rules would answer every case with silence.",
            "an empty folder rules",
            "rules/first-line/start-diazepam.drl"),
    UNEXPECTED_FILE(
            Severity.ERROR,
            "A file lies where nothing would read it.",
            "A rule in a file with another ending, or behind a link, would be lost in silence.",
            "rules/first-line/start-clonazepam.DRL",
            "rules/first-line/start-clonazepam.drl"),
    ENCODING(
            Severity.ERROR,
            "A file is not UTF-8 text.",
            "Letters in another encoding would turn into other letters, also in a dose.",
            "a file saved as Latin-1",
            "the same file saved as UTF-8"),
    TOO_LARGE(
            Severity.ERROR,
            "A file is larger than any file of a knowledge base needs to be.",
            "Such a file can keep whatever reads it busy for ever.",
            "a rule of a megabyte",
            "a rule of a few lines"),
    PATH(
            Severity.ERROR,
            "A rule does not lie in rules/folder/name.drl, or in a room of the folder, with a name in small letters and hyphens.",
            "The path is the id of the rule; capitals and blanks differ between computers.",
            "rules/first-line/Start_Clonazepam.drl",
            "rules/first-line/start-clonazepam.drl"),
    UNKNOWN_FOLDER(
            Severity.ERROR,
            "The folder of a rule is not among those of knowledge.yaml.",
            "The order of the folders is the order of a report; a folder outside it has no place there.",
            "rules/frist-line/start-clonazepam.drl",
            "rules/first-line/start-clonazepam.drl"),
    BLANK(
            Severity.ERROR,
            "Something that a new rule leaves to its author has not been filled in.",
            "A rule that still says what to write would say it to a clinician.",
            "because( \"FILL IN: why, as a sentence\" )",
            "because( \"It relieves rigidity and spasms.\" )"),
    DATA_FILE(
            Severity.ERROR,
            "A file of the vocabulary or the sources is not in the form that is expected.",
            "A misspelt key would be ignored, and what it says with it.",
            "level: absolut",
            "level: absolute"),

    // Reading a rule
    HIDDEN_CHARACTER(
            Severity.ERROR,
            "A rule file holds a character that cannot be seen.",
            "Such characters can show a reader another rule than the one that is read.",
            "a text with a zero-width space in it",
            "the same text without it"),
    FOREIGN_LETTER(
            Severity.ERROR,
            "A rule file holds a letter that is easily taken for another one.",
            "A Cyrillic letter in a drug name looks right and means nothing.",
            "start( \"diаzepam\" ).because( \"It relaxes muscles.\" );",
            "start( \"diazepam\" ).because( \"It relaxes muscles.\" );"),
    DATA_UNREADABLE(
            Severity.ERROR,
            "A file of the vocabulary or the sources is no YAML.",
            "It is named alone, because whatever depends on what it says would be wrong too.",
            "reason: Warning: it can stop the breathing at night.",
            "reason: \"Warning: it can stop the breathing at night.\""),
    SYNTAX(
            Severity.ERROR,
            "The text is not of the rule language.",
            "What cannot be read cannot be checked; nothing is guessed.",
            "Patient( hasNot( \"sleep-apnoea\" )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    UNQUOTED_WORD(
            Severity.ERROR,
            "A word stands without quotes.",
            "Drools would look for a constant of that name, and the rule would never fire.",
            "Patient( setting == ward )",
            "Patient( setting == \"ward\" )"),
    NOT_ALLOWED(
            Severity.ERROR,
            "A construct of DRL or Java stands where the rule language has none.",
            "DRL is Java: whatever is admitted could start a process or undo what another rule said.",
            "exists Patient( child ) or exists Patient( adult )",
            "( Patient( child ) or Patient( adult ) )"),
    NOT_ONE_RULE(
            Severity.ERROR,
            "A rule file does not hold exactly one rule.",
            "The path of the file is the id of the rule in it.",
            "end\nrule \"A second one\" when Diagnosis( confirmed ) then start( \"diazepam\" ).because( \"It relaxes muscles.\" ); end",
            "end"),
    TITLE(
            Severity.ERROR,
            "The title is not a plain text in double quotes.",
            "Quotes and escapes in a title could hide another rule.",
            "rule 'Start diazepam in confirmed SPS'",
            "rule \"Start diazepam in confirmed SPS\""),
    UNKNOWN_ANNOTATION(
            Severity.ERROR,
            "An annotation is not known, or stands twice.",
            "What a misspelt annotation says would be lost.",
            "@sauce( \"DO-01\" )",
            "@source( \"DO-01\" )"),
    UNKNOWN_TABLE(
            Severity.ERROR,
            "A rule is over a table that does not exist.",
            "A rule over no rows would be no rule at all.",
            "@table( \"folow-up\" )",
            "@table( \"follow-up\" )"),
    UNKNOWN_COLUMN(
            Severity.ERROR,
            "A rule reads a column that no row of its table has.",
            "The rule would go without what it asks for.",
            ".because( row.becuase )",
            ".because( row.because )"),
    UNREAD_TABLE(
            Severity.ERROR,
            "A table is there that no rule is over.",
            "What it says would reach nobody.",
            "a table without a rule over it",
            "a rule with @table over it"),
    UNREAD_COLUMN(
            Severity.ERROR,
            "A row has a column that no rule over its table reads.",
            "A misspelt column would be left out, and what it says with it.",
            "hwo: Before each course.",
            "how: Before each course."),

    // What a rule says
    NO_SOURCE(
            Severity.ERROR,
            "A rule cites no statement.",
            "If no source says it, it is not ours to say.",
            "rule \"Start diazepam in confirmed SPS\"\n    @evidence( \"label\" )",
            "rule \"Start diazepam in confirmed SPS\"\n    @source( \"DO-01\" )\n    @evidence( \"label\" )"),
    UNKNOWN_STATEMENT(
            Severity.ERROR,
            "A cited statement does not exist.",
            "A citation that leads nowhere is no citation.",
            "@source( \"DO-10\" )",
            "@source( \"DO-01\" )"),
    NO_EVIDENCE(
            Severity.ERROR,
            "A rule does not say how strong its evidence is.",
            "A clinician weighs a label otherwise than a case report.",
            "rule \"Start diazepam in confirmed SPS\"\n    @source( \"DO-01\" )",
            "rule \"Start diazepam in confirmed SPS\"\n    @source( \"DO-01\" )\n    @evidence( \"label\" )"),
    UNKNOWN_EVIDENCE_GRADE(
            Severity.ERROR,
            "A grade of evidence does not exist.",
            "Grades are those of sources/evidence-grades.yaml, so that they mean the same everywhere.",
            "@evidence( \"lable\" )",
            "@evidence( \"label\" )"),
    NO_CONDITION(
            Severity.ERROR,
            "A rule has no condition.",
            "It would speak of every patient.",
            "when\nthen",
            "when\n    Diagnosis( confirmed )\nthen"),
    UNKNOWN_FACT_TYPE(
            Severity.ERROR,
            "A pattern names a fact type that does not exist.",
            "Nothing would ever match it.",
            "Patiens( hasNot( \"sleep-apnoea\" ) )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    UNKNOWN_FIELD(
            Severity.ERROR,
            "A fact type has no such field or question.",
            "Drools reports it without file and line.",
            "Patient( hasnt( \"sleep-apnoea\" ) )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    UNKNOWN_WORD(
            Severity.ERROR,
            "A field is compared with a word that it never holds.",
            "The rule would compile and never fire.",
            "Patient( setting == \"wards\" )",
            "Patient( setting == \"ward\" )"),
    UNKNOWN_CONCEPT(
            Severity.ERROR,
            "A code is not in the vocabulary.",
            "A misspelt code compiles and never occurs, so the rule would never fire.",
            "Patient( hasNot( \"sleep-apnea\" ) )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    WRONG_KIND(
            Severity.ERROR,
            "A code is of another kind than can stand there.",
            "No patient has a drug as a condition, so the rule would never fire.",
            "Patient( hasNot( \"clonazepam\" ) )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    WRONG_TYPE(
            Severity.ERROR,
            "A number stands for a word, a word for a number, or a variable for what it is not.",
            "Drools fails on it when the rule runs, or compares it false for ever.",
            "Patient( age >= \"65\" )",
            "Patient( age >= 65 )"),
    WRONG_USE(
            Severity.ERROR,
            "A field, a question, a variable or a verb is used as something else.",
            "What it would mean is not defined.",
            "Patient( hasNot )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    UNKNOWN_VARIABLE(
            Severity.ERROR,
            "A variable is used where it is not bound.",
            "What is bound in a group or a count is not known outside.",
            "Treatment( current, $drug : therapy )\n    History( unavailable( $drgu ) )",
            "Treatment( current, $drug : therapy )\n    History( unavailable( $drug ) )"),
    UNKNOWN_UNIT(
            Severity.ERROR,
            "A dose or a unit of dose is none.",
            "Doses are compared only in units that are known.",
            "exists Treatment( isA( \"diazepam\" ), doseBelow( \"40 mgs\" ) )",
            "exists Treatment( isA( \"diazepam\" ), doseBelow( \"40 mg/day\" ) )"),
    MIXED_UNITS(
            Severity.ERROR,
            "A dose is compared with that of a therapy that is dosed in another unit, or of any therapy.",
            "Grams per kilogram and milligrams per day cannot be compared; the rule would fail when it runs.",
            "exists Treatment( current, doseAtLeast( \"40 mg/day\" ) )",
            "exists Treatment( isA( \"diazepam\" ), current, doseAtLeast( \"40 mg/day\" ) )"),
    OPEN_WORLD_NEGATION(
            Severity.ERROR,
            "A fact other than a finding is negated.",
            "Whatever is not listed may merely not be known; unknown is not absent.",
            "not Treatment( isA( \"diazepam\" ) )",
            "History( neverHad( \"diazepam\" ) )"),
    UNNAMED_FINDING(
            Severity.ERROR,
            "A finding is read without its name.",
            "The order of the rules is computed from the names.",
            "exists Finding( of == \"diazepam\" )",
            "exists Finding( name == \"low-dose-needed\" )"),
    EMPTY_PATTERN(
            Severity.ERROR,
            "A pattern asks nothing.",
            "Every case has a patient, so it says nothing about this one.",
            "Patient()",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    NO_REASON(
            Severity.ERROR,
            "A sentence gives no reason.",
            "A recommendation without a reason cannot be judged.",
            "start( \"diazepam\" );",
            "start( \"diazepam\" ).because( \"It relaxes muscles.\" );"),
    CIRCLE(
            Severity.ERROR,
            "A rule waits for a finding that depends on the rule itself, or a concept is a kind of itself.",
            "Such rules have no order, and not would mean one thing or the other by chance.",
            "not Finding( name == \"low-dose-needed\" )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    DUPLICATE(
            Severity.ERROR,
            "A title, a code, an id or a name is taken already.",
            "A report, a case or a citation could mean either.",
            "rule \"Monitor an elderly patient on a low dose\"",
            "rule \"Start diazepam in confirmed SPS\""),
    UNKNOWN_SOURCE(
            Severity.ERROR,
            "A statement or a ladder step names a source that does not exist.",
            "Every statement belongs to a source whose review status is shown.",
            "- {id: XY-02, kind: B, text: Rigidity is painful.}",
            "- {id: DO-02, kind: B, text: Rigidity is painful.}"),
    WRONG_RANGE(
            Severity.ERROR,
            "A range begins above its end.",
            "A dose would be shown from more to less.",
            "from: 20\n    to: 10",
            "from: 10\n    to: 20"),
    UNKNOWN_REFERENCE(
            Severity.ERROR,
            "A statement or a row names a publication that is not in the bibliography.",
            "A citation that leads nowhere is no citation.",
            "references: [smith-1999]",
            "references: [dalakas-2001]"),
    UNREAD_REFERENCE(
            Severity.ERROR,
            "Something counts as verified in a publication of which the bibliography does not say what was read.",
            "Whoever wants to read it again has to know what it is and where it was found.",
            "- {id: dalakas-2001, citation: Dalakas M.}",
            "- {id: dalakas-2001, citation: Dalakas M., kind: paper, address: \"https://example.org\"}"),
    WEAK_REFERENCE(
            Severity.ERROR,
            "Something counts as verified, but was read only where others are quoted.",
            "News, and pages that tell what others say, may be wrong about them.",
            "kind: secondary",
            "kind: paper"),
    UNREAD_FIGURE(
            Severity.ERROR,
            "A figure of a verified dose is not among those that were written down while reading.",
            "A slip of the pen in a dose looks like any other figure; two that were written apart from each other are compared.",
            "to: 100",
            "to: 10"),

    // What a rule can come to
    NEVER_FIRES(
            Severity.ERROR,
            "The conditions of a rule contradict each other, so that it can never fire.",
            "It looks like knowledge and is none.",
            "Patient( has( \"sleep-apnoea\" ), hasNot( \"sleep-apnoea\" ) )",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),
    UNCONCLUDED_FINDING(
            Severity.ERROR,
            "A rule reads a finding that no rule concludes.",
            "The rule never fires, or, where the finding is negated, the condition always holds.",
            "exists Finding( name == \"low-dose-needed\", of == \"diazepam\" )",
            "exists Finding( name == \"low-dose-needed\" )"),
    UNREAD_FINDING(
            Severity.WARNING,
            "A rule concludes a finding that nothing reads.",
            "Nothing comes of it.",
            "conclude( \"low-dose-needed\", \"diazepam\" );",
            "conclude( \"low-dose-needed\", \"clonazepam\" );"),
    LONG_FORM(
            Severity.WARNING,
            "Something is written out that has a short form.",
            "What is said in two ways is read as two things; the short forms are listed in RULE-LANGUAGE.md.",
            "( Diagnosis( confirmed ) or Diagnosis( suspected ) )",
            "Diagnosis( confirmedOrSuspected )"),
    SAY_EXISTS(
            Severity.WARNING,
            "A pattern of which many facts may fit binds nothing and has no exists.",
            "The rule matches once for each such fact and says the same each time; exists says what is meant.",
            "Treatment( isA( \"clonazepam\" ), current )",
            "exists Treatment( isA( \"clonazepam\" ), current )"),
    UNUSED_VARIABLE(
            Severity.WARNING,
            "A variable is bound and never used.",
            "Either it is superfluous or its use was forgotten.",
            "Treatment( current, $drug : therapy )",
            "exists Treatment( current )"),
    REDUNDANT_CONDITION(
            Severity.WARNING,
            "A condition follows from another one of the same rule.",
            "A reader would think that it restricts the rule; often a strict word was meant to be the lenient one, or the other way round.",
            "Patient( has( \"sleep-apnoea\" ), mayHave( \"sleep-apnoea\" ) )",
            "Patient( has( \"sleep-apnoea\" ) )"),
    SUBSUMED_RULE(
            Severity.WARNING,
            "A rule says what another rule says already, under conditions that include those of the other one, and adds nothing.",
            "It never adds anything, and the two drift apart when one is changed.",
            "Diagnosis( confirmed )\n    Patient( hasNot( \"sleep-apnoea\" ), adult )",
            "Diagnosis( confirmed )\n    Patient( has( \"sleep-apnoea\" ), adult )"),
    CONTRADICTING_RULES(
            Severity.WARNING,
            "One rule advises for a therapy and another against it whenever the first one applies.",
            "The clinician gets both and no help in choosing; a contraindication belongs into the vocabulary, where it withholds the offer.",
            "avoid( \"diazepam\" ).because( \"It slows breathing.\" );",
            "monitor( \"diazepam\" ).because( \"It slows breathing.\" );"),

    // Scenarios
    SCENARIO(
            Severity.ERROR,
            "A scenario cannot be read, or speaks of what does not exist.",
            "An expectation that something be absent holds all too easily if it is misspelt.",
            "expect: firing",
            "expect: fires"),
    NO_SCENARIOS(
            Severity.ERROR,
            "A rule has no scenarios.",
            "Nobody knows whether the rule does what its author meant.",
            "a rule without a file of scenarios beside it",
            "rules/first-line/start-diazepam.scenarios.yaml"),
    NO_FIRING_SCENARIO(
            Severity.WARNING,
            "No scenario shows the rule applying.",
            "A rule that never fires would pass all its scenarios.",
            "expect: silent # when SPS is confirmed",
            "expect: fires # when SPS is confirmed"),
    NO_SILENT_SCENARIO(
            Severity.WARNING,
            "No scenario shows the rule keeping silent.",
            "A rule that always fires would pass all its scenarios.",
            "expect: fires # when sleep apnoea is not ruled out",
            "expect: silent # when sleep apnoea is not ruled out"),
    UNTESTED_THRESHOLD(
            Severity.WARNING,
            "The scenarios of the rule leave out one side of a number, or the number itself.",
            "Whether the limit itself belongs to the one side or the other is where mistakes are made.",
            "but: {patient: {age: 80}}",
            "but: {patient: {age: 64}}"),

    // Vocabulary and sources
    UNUSED_CONCEPT(
            Severity.WARNING,
            "A finding or a piece of care in the vocabulary is named nowhere.",
            "Cases cannot state it and no rule speaks of it, so it says nothing.",
            "  - {code: high-dose-needed, name: high dose needed}\n  - {code: low-dose-needed, name: low dose needed}",
            "  - {code: low-dose-needed, name: low dose needed}"),
    UNREAD_TERM(
            Severity.WARNING,
            "A word that a case may state is read by no rule and by no row, and its entry does not say why it is there.",
            "Whoever states it believes that it has been weighed; the report can only say that it has not.",
            "  - {code: tinnitus, name: tinnitus}",
            "  - {code: tinnitus, name: tinnitus, unread: No source says what would follow from it.}"),
    UNGUARDED_THERAPY(
            Severity.WARNING,
            "A rule offers a therapy that no contraindication names, by itself or by its class, while there are some of its siblings.",
            "What stands against the siblings may stand against it, and it would be offered without a word.",
            "  - therapy: clonazepam\n    condition: sleep-apnoea",
            "  - therapy: benzodiazepine\n    condition: sleep-apnoea"),
    UNTESTED_ROW(
            Severity.WARNING,
            "No scenario fails without a contraindication, an interaction or a dose.",
            "It could be lost, or its level changed, and nobody would notice.",
            "expect: {rule: fires}",
            "expect: {rule: fires, says: [Small doses may be too much.]}"),
    UNUSED_REFERENCE(
            Severity.WARNING,
            "A publication of the bibliography is behind no statement, and no note says what it is there for.",
            "Either a statement forgot it, or it is superfluous.",
            "  - {id: smith-1999, citation: \"Smith J. Stiffness. 1999.\"}\n  - {id: dalakas-2001",
            "  - {id: dalakas-2001"),
    UNUSED_EVIDENCE_GRADE(
            Severity.WARNING,
            "No rule has this grade of evidence.",
            "A grade that is never given cannot be compared with.",
            "  - {code: rumour, name: Rumour, note: Hearsay.}\n  - {code: label",
            "  - {code: label"),
    UNUSED_SOURCE(
            Severity.WARNING,
            "No statement of a source is cited.",
            "Either its statements wait for rules, or the source is superfluous.",
            "  - {code: XY, title: Another article, kind: web article, review-status: pending, date: undated}\n  - {code: DO",
            "  - {code: DO"),

    // Style
    TITLE_STYLE(
            Severity.WARNING,
            "A title is not a sentence that begins with a capital and ends without a full stop.",
            "Titles are the headings of reports.",
            "rule \"start diazepam in confirmed SPS.\"",
            "rule \"Start diazepam in confirmed SPS\""),
    TEXT_STYLE(
            Severity.WARNING,
            "A text is not in the form of a sentence, or holds double spaces.",
            "Texts are shown to clinicians and patients as they are.",
            ".because( \"it relaxes  muscles\" )",
            ".because( \"It relaxes muscles.\" )"),
    LONG_TEXT(
            Severity.WARNING,
            "A text is longer than 300 characters, or how to do it takes more than 400.",
            "A clinician reads a sentence or two; the rest belongs into the statements that the rule cites.",
            "a reason of ten lines",
            "a reason of one sentence"),
    LAYOUT(
            Severity.WARNING,
            "A rule file is laid out otherwise than all others.",
            "What is laid out alike is read and compared at a glance; sps format lays it out and changes nothing that it says.",
            "Patient(hasNot(\"sleep-apnoea\"))",
            "Patient( hasNot( \"sleep-apnoea\" ) )"),

    // Activation
    OVERLAY(
            Severity.ERROR,
            "An overlay does not fit what it is laid over, or does not say what it changes.",
            "A change of rules that nobody named would go live in silence.",
            "an overlay that brings a rule of the base and does not name it",
            "the same overlay with the rule under replace, and a reason"),
    UNREADABLE(
            Severity.ERROR,
            "A folder or a file cannot be read.",
            "Rules of which a part is missing would be other rules.",
            "a folder without permission to read it",
            "a folder that can be read"),
    SCENARIO_FAILS(
            Severity.ERROR,
            "What comes of a scenario is not what it expects.",
            "Either the rule or the expectation is not what its author meant; sps test shows which condition did not hold.",
            "expect: silent, beside a rule that applies",
            "expect: fires"),
    RULE_FAILED(
            Severity.ERROR,
            "A rule fails when it is asked about a case.",
            "A failing rule takes the whole report with it.",
            "a dose in mg/day compared with one in g/kg",
            "doses of the same unit"),
    INVARIANT(
            Severity.ERROR,
            "Something that must hold for every patient does not hold for one.",
            "Invariants are what no rule, however well meant, may break.",
            "start( \"car-t\" ), an experimental treatment",
            "a rule that does not recommend it"),
    COMPILER(
            Severity.ERROR,
            "Rules that passed every check do not compile.",
            "The check that should have named the mistake is missing; please report it.",
            "a rule that Drools does not take",
            "a rule that it takes"),
    ENGINES_DISAGREE(
            Severity.ERROR,
            "Drools and the reference evaluator do not say the same about a case.",
            "One of them is wrong, and nobody knows which; please report it.",
            "a case with two answers",
            "a case with one");

    private static final Set<LintCode> ONLY_IN_ACTIVATION = Collections.unmodifiableSet(
            EnumSet.of(OVERLAY, UNREADABLE, SCENARIO_FAILS, RULE_FAILED, INVARIANT, COMPILER, ENGINES_DISAGREE));

    private final Severity severity;
    private final String summary;
    private final String why;
    private final String bad;
    private final String good;

    LintCode(Severity severity, String summary, String why, String bad, String good) {
        this.severity = severity;
        this.summary = summary;
        this.why = why;
        this.bad = bad;
        this.good = good;
    }

    /** How problems show it, for example {@code unknown-concept}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What it is, in one sentence. */
    public String summary() {
        return summary;
    }

    /** Why it matters. */
    public String why() {
        return why;
    }

    /** An example of the mistake. */
    public String bad() {
        return bad;
    }

    /** What to write instead of the example. */
    public String good() {
        return good;
    }

    /** What lint does not look for: an overlay is needed for it, or rules that are run. Activation does. */
    public static Set<LintCode> onlyInActivation() {
        return ONLY_IN_ACTIVATION;
    }

    /** The code that is shown so. */
    public static Optional<LintCode> of(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }
}
