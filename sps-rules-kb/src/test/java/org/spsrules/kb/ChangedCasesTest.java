package org.spsrules.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spsrules.InvalidCaseException;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Checklist;
import org.spsrules.Report;
import org.spsrules.Report.Subject;
import org.spsrules.Report.Unread;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.internal.cases.CaseTerms;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Verb;
import org.spsrules.vocabulary.Concept;

/** What must hold between a case and the same case with one condition more, looked at in generated ones. */
class ChangedCasesTest {

    private static final long SEED = 20260119;
    private static final int CASES = Volume.of("sps.cases", 10_000) / 5;
    private static final SpsRules RULES = BuiltIn.rules();
    private static final Set<String> EXPOSURES = Stream.of(Verb.values())
            .filter(verb -> verb.role() == Verb.Role.EXPOSURE)
            .map(Verb::phrase)
            .collect(Collectors.toSet());

    @Test
    void aContraindicationMoreNeverAddsTheTherapy() {
        List<ContraindicationRow> rows = RULES.knowledge().contraindications().stream()
                .filter(row -> row.level() != ContraindicationRow.Level.CAUTION)
                .filter(row -> kind(row.condition()).equals(Optional.of(Concept.Kind.CONDITION)))
                .toList();
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        Random random = new Random(SEED);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            PatientCase before = generator.next();
            ContraindicationRow row = rows.get(random.nextInt(rows.size()));
            Optional<PatientCase> after = with(before, row.condition());
            if (after.isPresent()) {
                compared++;
                assertThat(offered(before, row.therapy()))
                        .as(
                                "%s because of %s (case %d of seed %d: %s)",
                                row.therapy(), row.condition(), i, SEED, before)
                        .containsAll(offered(after.get(), row.therapy()));
            }
        }
        assertThat(compared).as("cases that could be compared").isGreaterThan(CASES / 2);
    }

    @Test
    void aConditionThatNoRuleReadsIsNamedAndChangesNothing() {
        List<String> unread = unread(RULES.knowledge());
        assertThat(unread).as("conditions that no rule reads").isNotEmpty();
        CaseGenerator generator = new CaseGenerator(RULES.knowledge(), SEED);
        Random random = new Random(SEED);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            PatientCase before = generator.next();
            String condition = unread.get(random.nextInt(unread.size()));
            Optional<PatientCase> after = with(before, condition);
            if (after.isPresent()) {
                compared++;
                Report report = RULES.evaluate(after.get());
                assertThat(report)
                        .as("%s (case %d of seed %d: %s)", condition, i, SEED, before)
                        .usingRecursiveComparison()
                        .ignoringFields("unread")
                        .isEqualTo(RULES.evaluate(before));
                assertThat(report.unread())
                        .extracting(Unread::field, Unread::text)
                        .contains(tuple("conditions.present", RULES.vocabulary().nameOf(condition)));
            }
        }
        assertThat(compared).as("cases that could be compared").isGreaterThan(CASES / 2);
    }

    /** Conditions that neither a rule nor a row of the vocabulary names, by themselves or by what they belong to. */
    private static List<String> unread(Knowledge knowledge) {
        Set<String> read = new HashSet<>();
        Pattern quoted = Pattern.compile("\"([^\"]+)\"");
        knowledge.rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> quoted.matcher(condition.text()).results())
                .map((MatchResult result) -> result.group(1))
                .forEach(read::add);
        knowledge.contraindications().forEach(row -> read.add(row.condition()));
        return knowledge.concepts().stream()
                .filter(concept -> concept.kind() == Concept.Kind.CONDITION)
                .map(Concept::code)
                .filter(Predicate.not(code ->
                        RULES.vocabulary().selfAndAncestors(code).stream().anyMatch(read::contains)))
                .sorted()
                .toList();
    }

    private static Optional<Concept.Kind> kind(String code) {
        return RULES.vocabulary().concept(code).map(Concept::kind);
    }

    /** The same case with a condition more; nothing if the case says already whether it is there. */
    private static Optional<PatientCase> with(PatientCase patientCase, String condition) {
        Checklist known = patientCase.conditions();
        if (known.present().contains(condition) || known.absent().contains(condition)) {
            return Optional.empty();
        }
        Set<String> present = new HashSet<>(known.present());
        present.add(condition);
        try {
            PatientCase changed = new PatientCase(
                    patientCase.asOf(),
                    patientCase.title(),
                    patientCase.citation(),
                    patientCase.person(),
                    patientCase.diagnosis(),
                    patientCase.course(),
                    patientCase.setting(),
                    patientCase.symptoms(),
                    patientCase.triggers(),
                    new Checklist(present, known.absent(), known.completeness()),
                    patientCase.allergies(),
                    patientCase.tests(),
                    patientCase.treatments(),
                    patientCase.plans(),
                    patientCase.acknowledged());
            new CaseTerms(RULES.vocabulary()).resolve(changed);
            return Optional.of(changed);
        } catch (InvalidCaseException e) {
            // It contradicts the rest of the case, for example pregnancy in a man.
            return Optional.empty();
        }
    }

    /** What the report would begin or increase of a therapy or class. */
    private static Set<String> offered(PatientCase patientCase, String therapyOrClass) {
        return RULES.evaluate(patientCase).recommendations().stream()
                .filter(advice -> EXPOSURES.contains(advice.action()))
                .flatMap(advice -> advice.subject().map(Subject::code).stream())
                .filter(code -> RULES.vocabulary().isA(code, therapyOrClass))
                .collect(Collectors.toSet());
    }
}
