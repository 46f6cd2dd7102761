package org.spsrules.internal.shape;

import java.util.Optional;
import java.util.Set;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.PatientCase.Test;
import org.spsrules.PatientCase.Test.Result;
import org.spsrules.vocabulary.Concept.Kind;

/** The fields of a result of a test. */
public final class TestFields {

    public static final Field<Test, String> TEST = Field.of(
                    "test", new Types.Term(Set.of(Kind.TEST)), Test::test, "Which test")
            .feeds(Aspect.of("TestResult", "test positive negative", "isA").bringing("TestResult"), "test");

    public static final Field<Test, Result> RESULT = Field.of(
                    "result", Types.word(Result.UNKNOWN), Test::result, "What came of it")
            .note("What a low, normal or high value means, the vocabulary says of the test.")
            .feeds(
                    Aspect.of("Tests", "positive negative noResult pending notDone", "")
                            .asking("What is the result of this test: {0}?")
                            .bringing("TestResult")
                            .bringing("Contraindication"),
                    "");

    public static final Field<Test, Optional<Quantity>> VALUE = Field.of(
                    "value", Types.QUANTITY, Test::value, "The measured value")
            .note("0 or more, in a unit that the vocabulary lists for the test, for example 93.57 U/mL.");

    public static final Field<Test, Optional<String>> ASSAY =
            Field.of("assay", Types.TEXT, Test::assay, "The method, for example ELISA");

    public static final Field<Test, Optional<PartialDate>> DATE = Field.of(
                    "date", Types.DATE, Test::date, "When it was taken")
            .note(Types.AS_EXACT_AS_KNOWN)
            .feeds(Aspect.of("TestResult", "daysAgo dateUnknown", "").asking("When was this test taken: {0}?"), "date");

    public static final Part<Test> PART = Part.of(
            "test",
            "The result of a test",
            values -> new Test(
                    values.get(TEST), values.get(RESULT), values.get(VALUE), values.get(ASSAY), values.get(DATE)),
            TEST,
            RESULT,
            VALUE,
            ASSAY,
            DATE);

    private TestFields() {}
}
