package org.spsrules.authoring.diagnostic;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be wrong with a knowledge base. What each code means, and an example of what to write instead, stand in
 * the resource lint-codes.txt, from which the page LINT.md is made too.
 */
public enum LintCode {
    // Files
    MISSING_FILE(Severity.ERROR),
    NO_RULES(Severity.ERROR),
    UNEXPECTED_FILE(Severity.ERROR),
    ENCODING(Severity.ERROR),
    TOO_LARGE(Severity.ERROR),
    PATH(Severity.ERROR),
    UNKNOWN_FOLDER(Severity.ERROR),
    BLANK(Severity.ERROR),
    DATA_FILE(Severity.ERROR),
    // Reading a rule
    HIDDEN_CHARACTER(Severity.ERROR),
    FOREIGN_LETTER(Severity.ERROR),
    DATA_UNREADABLE(Severity.ERROR),
    SYNTAX(Severity.ERROR),
    UNQUOTED_WORD(Severity.ERROR),
    NOT_ALLOWED(Severity.ERROR),
    NOT_ONE_RULE(Severity.ERROR),
    TITLE(Severity.ERROR),
    UNKNOWN_ANNOTATION(Severity.ERROR),
    UNKNOWN_TABLE(Severity.ERROR),
    UNKNOWN_COLUMN(Severity.ERROR),
    UNREAD_TABLE(Severity.ERROR),
    UNREAD_COLUMN(Severity.ERROR),
    // What a rule says
    NO_SOURCE(Severity.ERROR),
    UNKNOWN_STATEMENT(Severity.ERROR),
    NO_EVIDENCE(Severity.ERROR),
    UNKNOWN_EVIDENCE_GRADE(Severity.ERROR),
    NO_CONDITION(Severity.ERROR),
    UNKNOWN_FACT_TYPE(Severity.ERROR),
    UNKNOWN_FIELD(Severity.ERROR),
    UNKNOWN_WORD(Severity.ERROR),
    UNKNOWN_CONCEPT(Severity.ERROR),
    WRONG_KIND(Severity.ERROR),
    WRONG_TYPE(Severity.ERROR),
    WRONG_USE(Severity.ERROR),
    UNKNOWN_VARIABLE(Severity.ERROR),
    UNKNOWN_UNIT(Severity.ERROR),
    MIXED_UNITS(Severity.ERROR),
    OPEN_WORLD_NEGATION(Severity.ERROR),
    UNNAMED_FINDING(Severity.ERROR),
    EMPTY_PATTERN(Severity.ERROR),
    NO_REASON(Severity.ERROR),
    CIRCLE(Severity.ERROR),
    DUPLICATE(Severity.ERROR),
    UNKNOWN_SOURCE(Severity.ERROR),
    WRONG_RANGE(Severity.ERROR),
    UNKNOWN_REFERENCE(Severity.ERROR),
    UNREAD_REFERENCE(Severity.ERROR),
    WEAK_REFERENCE(Severity.ERROR),
    UNREAD_FIGURE(Severity.ERROR),
    // What a rule can come to
    NEVER_FIRES(Severity.ERROR),
    UNCONCLUDED_FINDING(Severity.ERROR),
    UNREAD_FINDING(Severity.WARNING),
    LONG_FORM(Severity.WARNING),
    SAY_EXISTS(Severity.WARNING),
    UNUSED_VARIABLE(Severity.WARNING),
    REDUNDANT_CONDITION(Severity.WARNING),
    SUBSUMED_RULE(Severity.WARNING),
    CONTRADICTING_RULES(Severity.WARNING),
    // Scenarios
    SCENARIO(Severity.ERROR),
    NO_SCENARIOS(Severity.ERROR),
    NO_FIRING_SCENARIO(Severity.WARNING),
    NO_SILENT_SCENARIO(Severity.WARNING),
    UNTESTED_THRESHOLD(Severity.WARNING),
    // Vocabulary and sources
    UNUSED_CONCEPT(Severity.WARNING),
    UNREAD_TERM(Severity.WARNING),
    UNGUARDED_THERAPY(Severity.WARNING),
    UNTESTED_ROW(Severity.WARNING),
    UNUSED_REFERENCE(Severity.WARNING),
    UNUSED_EVIDENCE_GRADE(Severity.WARNING),
    UNUSED_SOURCE(Severity.WARNING),
    // Style
    TITLE_STYLE(Severity.WARNING),
    TEXT_STYLE(Severity.WARNING),
    LONG_TEXT(Severity.WARNING),
    LAYOUT(Severity.WARNING),
    // Activation
    OVERLAY(Severity.ERROR),
    UNREADABLE(Severity.ERROR),
    SCENARIO_FAILS(Severity.ERROR),
    RULE_FAILED(Severity.ERROR),
    INVARIANT(Severity.ERROR),
    COMPILER(Severity.ERROR),
    ENGINES_DISAGREE(Severity.ERROR);

    private static final Set<LintCode> ONLY_IN_ACTIVATION = Collections.unmodifiableSet(
            EnumSet.of(OVERLAY, UNREADABLE, SCENARIO_FAILS, RULE_FAILED, INVARIANT, COMPILER, ENGINES_DISAGREE));

    private final Severity severity;

    LintCode(Severity severity) {
        this.severity = severity;
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
        return LintText.of(this).summary();
    }

    /** Why it matters. */
    public String why() {
        return LintText.of(this).why();
    }

    /** An example of the mistake. */
    public String bad() {
        return LintText.of(this).bad();
    }

    /** What to write instead of the example. */
    public String good() {
        return LintText.of(this).good();
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
