package org.spsrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.io.Documents;
import org.spsrules.io.ExplanationWriter;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import org.spsrules.io.ReportReader;
import org.spsrules.io.ReportWriter;
import org.spsrules.vocabulary.CodeTable;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Null is refused with a sentence that names it, by every method with which a program begins. The builder collects it. */
class NullsTest {

    private static final PatientCase CASE =
            PatientCase.asOf(LocalDate.of(2026, 3, 2)).build();

    /** Things on which methods can be called. */
    private static final List<Object> OBJECTS = List.of(
            SampleVocabulary.get(),
            new PatientCaseReader(SampleVocabulary.get()),
            new PatientCaseWriter(),
            new ReportReader(),
            new ReportWriter(),
            new ExplanationWriter(),
            Dose.parse("1 mg/day"),
            PartialDate.parse("2013"));

    private static final List<Class<?>> TYPES = List.of(
            Vocabulary.class,
            PatientCaseReader.class,
            PatientCaseWriter.class,
            ReportReader.class,
            ReportWriter.class,
            ExplanationWriter.class,
            Documents.class,
            CodeTable.class,
            OtherTerm.class,
            ReportDifference.class,
            Dose.class,
            PartialDate.class);

    /** Values for the parameters that are not null, where the type is enough to choose them. */
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "diazepam"),
            Map.entry(Set.class, Vocabulary.therapies()),
            Map.entry(Collection.class, List.of()),
            Map.entry(List.class, List.of()),
            Map.entry(PatientCase.class, CASE),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 2)),
            Map.entry(Year.class, Year.of(2026)),
            Map.entry(YearMonth.class, YearMonth.of(2026, 3)),
            Map.entry(Dose.Unit.class, Dose.Unit.MILLIGRAMS_PER_DAY),
            Map.entry(Reader.class, new StringReader("")),
            Map.entry(InputStream.class, new ByteArrayInputStream(new byte[0])),
            Map.entry(Writer.class, new StringWriter()),
            Map.entry(OutputStream.class, new ByteArrayOutputStream()));

    /** A call with null for one of its parameters. */
    private record Call(Executable executable, Object target, int nothing) {

        Object run() throws ReflectiveOperationException {
            Object[] arguments = new Object[executable.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = i == nothing ? null : VALUES.get(executable.getParameterTypes()[i]);
            }
            return executable instanceof Method method
                    ? method.invoke(target, arguments)
                    : ((java.lang.reflect.Constructor<?>) executable).newInstance(arguments);
        }

        @Override
        public String toString() {
            return executable.toGenericString() + " without " + executable.getParameters()[nothing].getName();
        }
    }

    static Stream<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Class<?> type : TYPES) {
            Object target =
                    OBJECTS.stream().filter(type::isInstance).findFirst().orElse(null);
            Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                    .filter(executable -> executable.getDeclaringClass() == type)
                    .filter(executable -> target != null
                            || Modifier.isStatic(executable.getModifiers())
                            || executable instanceof java.lang.reflect.Constructor<?>)
                    .filter(executable ->
                            !executable.isSynthetic() && !executable.getName().equals("equals"))
                    .forEach(executable -> {
                        for (int i = 0; i < executable.getParameterCount(); i++) {
                            if (isReference(executable.getParameters()[i]) && canFillTheOthers(executable, i)) {
                                calls.add(new Call(executable, target, i));
                            }
                        }
                    });
        }
        return calls.stream();
    }

    private static boolean isReference(Parameter parameter) {
        return !parameter.getType().isPrimitive();
    }

    /** What takes a report of a report, an explanation or the like beside another value is called with null for that one. */
    private static boolean canFillTheOthers(Executable executable, int nothing) {
        for (int i = 0; i < executable.getParameterCount(); i++) {
            if (i != nothing && !VALUES.containsKey(executable.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nullIsRefusedWithASentenceThatNamesIt(Call call) {
        Throwable refusal = catchThrowable(call::run);

        assertThat(refusal).as("%s", call).isInstanceOf(InvocationTargetException.class);
        assertThat(refusal.getCause())
                .as("%s", call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(call.executable().getParameters()[call.nothing()].getName() + " is null; it must be given");
    }
}
