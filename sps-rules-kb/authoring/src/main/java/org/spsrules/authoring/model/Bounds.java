package org.spsrules.authoring.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Plan;
import org.spsrules.PatientCase.Treatment;

/**
 * The bounds of the cases of which the model speaks.
 *
 * @param therapies the therapies and classes that a case can state
 */
record Bounds(List<String> therapies) {

    /**
     * Does nothing if a case is within them.
     *
     * @throws BeyondTheModelException if it is not
     */
    void check(PatientCase patientCase) {
        if (!patientCase.asOf().equals(CaseSpace.AS_OF)) {
            throw new BeyondTheModelException("asOf");
        }
        most(patientCase.treatments().given(), Treatment::therapy, treatment -> Optional.of(treatment.therapy()));
        if (patientCase.plans().stream().anyMatch(plan -> plan.to().isPresent())) {
            throw new BeyondTheModelException("to");
        }
        if (patientCase.plans().stream().anyMatch(plan -> plan.action() == Plan.Action.CONTINUE)) {
            throw new BeyondTheModelException("continue");
        }
        most(patientCase.plans(), plan -> List.of(plan.action(), plan.therapy()), Plan::therapy);
    }

    private <T> void most(List<T> entries, Function<T, Object> alike, Function<T, Optional<String>> therapy) {
        Map<Object, List<T>> groups = entries.stream().collect(Collectors.groupingBy(alike));
        for (List<T> group : groups.values()) {
            Optional<String> code = therapy.apply(group.get(0));
            if (group.size() > CaseSpace.COPIES || code.isPresent() && !therapies.contains(code.get())) {
                throw new BeyondTheModelException(String.valueOf(group.get(0)));
            }
        }
    }
}
