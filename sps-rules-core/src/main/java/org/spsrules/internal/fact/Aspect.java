package org.spsrules.internal.fact;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a fact that can be known or not known, and be one way or another, by itself: the response to a treatment,
 * the certainty of the diagnosis. Tells what the answer to a question can depend on.
 */
public enum Aspect {
    CONCEPTS(Patient.class, "has hasNot unclear", "hasAny mayHave"),
    AGE(Patient.class, "age ageUnknown", "adult child"),
    SEX(Patient.class, "female male", "has hasAny hasNot mayHave unclear"),
    WEIGHT(Patient.class, "weight", ""),
    CREATININE_CLEARANCE(
            Patient.class, "creatinineClearance creatinineClearanceUnknown", "has hasAny hasNot mayHave unclear"),
    LIVER_FUNCTION(Patient.class, "", "has hasAny hasNot mayHave unclear"),
    SETTING(Patient.class, "setting", ""),
    ALLERGIES(Patient.class, "allergicTo", ""),

    CERTAINTY(Diagnosis.class, "confirmed suspected excluded notStated", ""),
    VARIANT(Diagnosis.class, "variant", ""),
    LABELS(Diagnosis.class, "labelled", ""),
    ONSET(Diagnosis.class, "monthsSinceOnset", ""),

    CONTROL(Course.class, "control", "uncontrolled maybeUncontrolled"),
    DISABLING(Course.class, "disabling", "maybeDisabling"),
    EXACERBATION(Course.class, "acuteSevereExacerbation", ""),
    RELAPSE(Course.class, "relapse", ""),

    EVER_GIVEN(History.class, "had neverHad", "hadAny untried"),
    GIVEN_NOW(History.class, "takes takesNo", "mayTake"),
    DECLINED(History.class, "declined", ""),
    UNAVAILABLE(History.class, "unavailable", ""),

    RESULTS(Tests.class, "positive negative noResult", ""),

    THERAPY(Treatment.class, "therapy", "isA"),
    TIME(Treatment.class, "current past", ""),
    RESPONSE(Treatment.class, "response", "helped fellShort inadequate failed"),
    ADEQUACY(Treatment.class, "adequateTrial inadequateTrial", "maybeInadequateTrial inadequate failed"),
    TOLERANCE(Treatment.class, "tolerated notTolerated", ""),
    SIDE_EFFECTS(Treatment.class, "sideEffect", ""),
    WEARING_OFF(Treatment.class, "woreOff", ""),
    SCHEDULE(Treatment.class, "scheduled asNeeded", ""),
    DOSE(Treatment.class, "doseUnknown", "doseBelow doseAtLeast"),

    OPTION(Option.class, "therapy declined unavailable", "isA"),

    PLAN(Plan.class, "action therapy", "concerns abruptEnd maybeAbruptEnd"),
    MANNER(Plan.class, "abrupt gradual", "maybeAbrupt abruptEnd maybeAbruptEnd"),
    REQUESTER(Plan.class, "requestedBy", ""),

    CONTRAINDICATION(Contraindication.class, "therapy condition level", ""),

    INTERACTION(Interaction.class, "therapy other level bothTaken planned", ""),

    FINDING(Finding.class, "name of", "");

    private final Class<?> type;
    private final List<String> describing;
    private final List<String> others;

    Aspect(Class<?> type, String describing, String others) {
        this.type = type;
        this.describing = List.of(describing.split(" "));
        this.others = List.of(others.split(" "));
    }

    /** The questions whose answers tell how it stands with this part of a fact. */
    public List<String> describing() {
        return describing;
    }

    /** Whether the answer to a question of this fact type can depend on it. */
    public boolean isReadBy(String factType, String question) {
        return type.getSimpleName().equals(factType) && (describing.contains(question) || others.contains(question));
    }

    /** What the answer to a question can depend on; everything of its fact type if nothing has been said about it. */
    public static Set<Aspect> readBy(String factType, String question) {
        Set<Aspect> read = EnumSet.noneOf(Aspect.class);
        Arrays.stream(values())
                .filter(aspect -> aspect.isReadBy(factType, question))
                .forEach(read::add);
        if (read.isEmpty()) {
            Arrays.stream(values())
                    .filter(aspect -> aspect.type.getSimpleName().equals(factType))
                    .forEach(read::add);
        }
        return read;
    }
}
