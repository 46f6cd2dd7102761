package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.io.PatientCaseReader;

class PatientCaseBuilderTest {

    private static final LocalDate DAY = LocalDate.of(2014, 1, 15);
    private static final PatientCase.Plan PLAN = new PatientCase.Plan(
            PatientCase.Plan.Action.SURGERY,
            Optional.empty(),
            PatientCase.Plan.Manner.UNKNOWN,
            PatientCase.Plan.RequestedBy.UNKNOWN);

    /** Paths of the format, as far as the builder's own names do not follow from them. */
    private static final String PATH = "[a-zA-Z]+(\\[[0-9]+])?(\\.[a-zA-Z]+(\\[[0-9]+])?)*";

    @Test
    void whatIsNotStatedIsUnknown() {
        PatientCase empty = PatientCase.asOf(DAY).build();

        assertThat(empty.asOf()).isEqualTo(DAY);
        assertThat(empty.person().age()).isEmpty();
        assertThat(empty.person().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(empty.person().pregnancy()).isEqualTo(Answer.UNKNOWN);
        assertThat(empty.diagnosis().status()).isEqualTo(PatientCase.Diagnosis.Status.UNKNOWN);
        assertThat(empty.conditions().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(empty.treatments().history()).isEqualTo(Completeness.UNKNOWN);
        assertThat(empty.tests()).isEmpty();
    }

    @Test
    void anOrderOfTermsMakesNoDifference() {
        assertThat(PatientCase.asOf(DAY).conditions("b", "a").build())
                .isEqualTo(PatientCase.asOf(DAY).conditions("a", "b").build());
    }

    @Test
    void termsOfARecordNeedNoArray() {
        assertThat(PatientCase.asOf(DAY)
                        .conditions(List.of("b", "a"))
                        .noAllergies(Set.of("c"))
                        .build())
                .isEqualTo(PatientCase.asOf(DAY)
                        .conditions("a", "b")
                        .noAllergies("c")
                        .build());
        assertThat(refusal(PatientCase.asOf(DAY).conditions(Arrays.asList("a", null)))
                        .problems())
                .containsExactly(new Problem(
                        Problem.Kind.MISSING, "conditions.present", "is null; leave out what is not known"));
    }

    @Test
    void aMissingDayIsTheOnlyProblemOfACaseWithDates() {
        assertThat(refusal(PatientCase.asOf(null).onset(DAY)).problems())
                .containsExactly(new Problem(Problem.Kind.MISSING, "asOf", "is null; leave out what is not known"));
    }

    @TestFactory
    Stream<DynamicTest> termsAreAddedToThoseThatAreStated() {
        return methods(PatientCaseBuilder.class)
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class}))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> {
                    PatientCaseBuilder apart = PatientCase.asOf(DAY);
                    invoke(apart, method, new Object[] {new String[] {"x"}});
                    invoke(apart, method, new Object[] {new String[] {"y"}});
                    PatientCaseBuilder together = PatientCase.asOf(DAY);
                    invoke(together, method, new Object[] {new String[] {"x", "y"}});
                    assertThat(apart.build()).isEqualTo(together.build());
                }));
    }

    @Test
    void aSingleValueReplacesTheOneBefore() {
        assertThat(PatientCase.asOf(DAY).age(40).age(50).build())
                .isEqualTo(PatientCase.asOf(DAY).age(50).build());
    }

    @Test
    void numbersAreEqualByValue() {
        assertThat(PatientCase.asOf(DAY).weight(new BigDecimal("70")).build())
                .isEqualTo(PatientCase.asOf(DAY).weight(new BigDecimal("70.0")).build());
        assertThat(Dose.parse("2.50 mg/day")).isEqualTo(Dose.parse("2.5 mg/day"));
    }

    @Test
    void aBuilderCanGoOnAfterItHasBuilt() {
        PatientCaseBuilder builder = PatientCase.asOf(DAY).age(40);
        builder.build();

        assertThat(builder.conditions("x").build())
                .isEqualTo(PatientCase.asOf(DAY).age(40).conditions("x").build());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "11, 0", "12, 1", "18, 1", "23, 1", "24, 2"})
    void monthsCountAsTheYearsThatTheyComplete(int months, int years) {
        PatientCase read = new PatientCaseReader(SampleVocabulary.get())
                .read("format: sps-patient-case/1\nasOf: 2014-01-15\npatient: {age: " + months + " months}");

        assertThat(PatientCase.asOf(LocalDate.of(2014, 1, 15))
                        .ageInMonths(months)
                        .build()
                        .person()
                        .age())
                .contains(years)
                .isEqualTo(read.person().age());
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1571, true", "1572, false"})
    void monthsHaveTheBoundsOfYears(int months, boolean possible) {
        PatientCaseBuilder builder = PatientCase.asOf(LocalDate.of(2014, 1, 15)).ageInMonths(months);

        assertThat(catchThrowable(builder::build) == null).isEqualTo(possible);
    }

    @Test
    void aPlanThatIsAddedWholeIsCheckedLikeOneThatIsSaid() {
        PatientCase.Plan plan = new PatientCase.Plan(
                PatientCase.Plan.Action.START,
                Optional.empty(),
                PatientCase.Plan.Manner.UNKNOWN,
                PatientCase.Plan.RequestedBy.UNKNOWN);

        assertThat(refusal(PatientCase.asOf(DAY).plan(plan)).problems())
                .isEqualTo(refusal(PatientCase.asOf(DAY).plan(PatientCase.Plan.Action.START))
                        .problems());
    }

    @Test
    void whatIsNullInAPlanIsNamed() {
        assertThat(refusal(PatientCase.asOf(DAY).plan(new PatientCase.Plan(null, null, null, null)))
                        .problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "plans[0].action", "plans[0].therapy", "plans[0].manner", "plans[0].requestedBy");
    }

    @TestFactory
    Stream<DynamicTest> nullIsAProblemWithAPath() {
        return methods(PatientCaseBuilder.class)
                .flatMap(method -> everyNull(method, arguments -> invoke(PatientCase.asOf(DAY), method, arguments)));
    }

    @TestFactory
    Stream<DynamicTest> nullIsAProblemWithAPathInATest() {
        return methods(TestDraft.class)
                .flatMap(method -> everyNull(
                        method,
                        arguments -> PatientCase.asOf(DAY)
                                .test(
                                        "x",
                                        PatientCase.Test.Result.POSITIVE,
                                        draft -> invoke(draft, method, arguments))));
    }

    @TestFactory
    Stream<DynamicTest> nullIsAProblemWithAPathInATreatment() {
        return methods(TreatmentDraft.class)
                .flatMap(method -> everyNull(
                        method,
                        arguments -> PatientCase.asOf(DAY).current("x", draft -> invoke(draft, method, arguments))));
    }

    private interface Call {
        Object with(Object[] arguments);
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == type);
    }

    private static Stream<DynamicTest> everyNull(Method method, Call call) {
        Class<?>[] types = method.getParameterTypes();
        Object[] sound = Arrays.stream(types).map(PatientCaseBuilderTest::sound).toArray();
        return Stream.iterate(0, i -> i < types.length, i -> i + 1)
                .filter(i -> !types[i].isPrimitive())
                .flatMap(i -> nulls(types[i]).map(nothing -> {
                    Object[] arguments = sound.clone();
                    arguments[i] = nothing;
                    String name = method.getName() + Arrays.deepToString(arguments);
                    return DynamicTest.dynamicTest(name, () -> {
                        PatientCaseBuilder builder = (PatientCaseBuilder) call.with(arguments);
                        assertThat(refusal(builder).problems())
                                .anySatisfy(problem ->
                                        assertThat(problem.message()).isEqualTo("is null; leave out what is not known"))
                                .allSatisfy(
                                        problem -> assertThat(problem.path()).matches(PATH));
                    });
                }));
    }

    private static Stream<Object> nulls(Class<?> type) {
        Object inside = type.isArray() ? Array.newInstance(type.getComponentType(), 1) : null;
        return type.isArray() ? Stream.of(new Object[] {null, inside}) : Stream.of(new Object[] {null});
    }

    private static Object sound(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return List.<Object>of(
                        1,
                        "1 mg/day",
                        DAY,
                        YearMonth.from(DAY),
                        Year.from(DAY),
                        PartialDate.of(DAY),
                        BigDecimal.ONE,
                        List.of("x"),
                        PLAN,
                        new String[] {"x"},
                        (Consumer<Object>) draft -> {})
                .stream()
                .filter(value -> type.isInstance(value) || type == int.class && value instanceof Integer)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + type));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " threw", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static InvalidCaseException refusal(PatientCaseBuilder builder) {
        Throwable thrown = catchThrowable(builder::build);
        assertThat(thrown).isInstanceOf(InvalidCaseException.class);
        return (InvalidCaseException) thrown;
    }
}
