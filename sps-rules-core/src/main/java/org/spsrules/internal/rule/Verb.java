package org.spsrules.internal.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The verbs that a rule's sentence can begin with. */
public enum Verb {
    /** Concludes a finding for other rules to read. */
    CONCLUDE(Role.CONCLUSION),
    /** Raises an alert of some {@link AlertLevel level}. */
    ALERT(Role.ALERT),
    RESTORE(Role.ADVICE),
    AVOID(Role.ADVICE),
    TEST(Role.ADVICE),
    REFER(Role.ADVICE),
    START(Role.EXPOSURE),
    ADD(Role.EXPOSURE),
    TITRATE(Role.EXPOSURE),
    SWITCH_TO(Role.EXPOSURE),
    REPEAT(Role.EXPOSURE),
    /** Sends the patient to a centre that may begin the therapy. */
    REFER_FOR(Role.EXPOSURE),
    CHANGE_SCHEDULE(Role.ADVICE),
    TAPER(Role.ADVICE),
    CONTINUE(Role.ADVICE),
    MONITOR(Role.ADVICE),
    INFORM(Role.ADVICE),
    REVIEW(Role.ADVICE);

    /** What becomes of a sentence. */
    public enum Role {
        /** Feeds other rules. */
        CONCLUSION,
        /** Is shown as an alert. */
        ALERT,
        /** Is shown as a recommendation, and never withheld. */
        ADVICE,
        /** Is shown as a recommendation that begins or increases exposure, unless something stands against it. */
        EXPOSURE
    }

    private final Role role;
    private final String phrase;

    Verb(Role role) {
        this.role = role;
        this.phrase = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What becomes of a sentence with this verb. */
    public Role role() {
        return role;
    }

    /** How rules spell it, for example {@code switchTo}. */
    public String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
        }
        return word.toString();
    }

    /** How people read it, for example {@code switch to}. */
    public String phrase() {
        return phrase;
    }

    /** Whether what people read so begins or increases exposure. */
    public static boolean isExposure(String phrase) {
        return Arrays.stream(values()).anyMatch(verb -> verb.role == Role.EXPOSURE && verb.phrase.equals(phrase));
    }

    /** The verb that rules spell so. */
    public static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
