package org.spsrules.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.internal.rule.Constraint.Binding;
import org.spsrules.internal.rule.Constraint.Comparison;
import org.spsrules.internal.rule.Constraint.Flag;
import org.spsrules.internal.rule.Constraint.Operator;
import org.spsrules.internal.rule.Constraint.Predicate;
import org.spsrules.internal.rule.Operand.Numeral;
import org.spsrules.internal.rule.Operand.Text;
import org.spsrules.internal.rule.Operand.Variable;

class ConstraintTest {

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 64, false",
        "EQUAL, 65, true",
        "EQUAL, 66, false",
        "LESS, 64, true",
        "LESS, 65, false",
        "AT_MOST, 65, true",
        "AT_MOST, 66, false",
        "MORE, 65, false",
        "MORE, 66, true",
        "AT_LEAST, 64, false",
        "AT_LEAST, 65, true"
    })
    void numbersAreComparedByTheirSize(Operator operator, int age, boolean met) {
        Constraint constraint = new Comparison("age", operator, new Numeral(new BigDecimal("65.0")));

        assertThat(constraint.isMetBy(age, Map.of())).isEqualTo(met);
    }

    @Test
    void anAnswerThatIsNotKnownMeetsNothing() {
        for (Constraint constraint : List.of(
                new Flag("adult"),
                new Predicate("has", List.of(new Text("fever"))),
                new Comparison("setting", Operator.EQUAL, new Text("ward")),
                new Binding("$drug", "therapy"))) {
            assertThat(constraint.isMetBy(null, Map.of()))
                    .as(constraint.spelling())
                    .isFalse();
        }
    }

    @Test
    void aNameThatStandsForSomethingHoldsOfThatAlone() {
        Constraint binding = new Binding("$drug", "therapy");

        assertThat(binding.isMetBy("diazepam", Map.of())).isTrue();
        assertThat(binding.isMetBy("diazepam", Map.of("$drug", "diazepam"))).isTrue();
        assertThat(binding.isMetBy("diazepam", Map.of("$drug", "baclofen"))).isFalse();
    }

    @Test
    void itIsOpenUntilItsVariablesStandForSomething() {
        Constraint constraint = new Predicate("isA", List.of(new Variable("$drug")));

        assertThat(constraint.isOpen(Map.of())).isTrue();
        assertThat(constraint.isOpen(Map.of("$drug", "diazepam"))).isFalse();
        assertThat(constraint.argumentsIn(Map.of("$drug", "diazepam"))).containsExactly("diazepam");
        assertThat(new Flag("adult").dependsOnOthers()).isFalse();
        assertThat(new Binding("$drug", "therapy").dependsOnOthers()).isTrue();
    }

    @Test
    void itIsSpeltAsInARule() {
        assertThat(Stream.of(
                                new Flag("adult"),
                                new Predicate("isAny", List.of(new Text("a"), new Variable("$b"))),
                                new Comparison("weight", Operator.AT_MOST, new Numeral(new BigDecimal("1E+2"))),
                                new Binding("$drug", "therapy"))
                        .map(Constraint::spelling))
                .containsExactly("adult", "isAny( \"a\", $b )", "weight <= 100", "$drug : therapy");
    }

    @Test
    void onlyTheValuesThatItNamesAreExchanged() {
        Constraint several = new Predicate("isAny", List.of(new Variable("$all")));

        assertThat(several.about(operand -> Stream.of(new Text("a"), new Text("b")))
                        .texts())
                .containsExactly("a", "b");
        assertThat(new Binding("$all", "therapy").about(operand -> Stream.of(new Text("a"))))
                .isEqualTo(new Binding("$all", "therapy"));
    }
}
