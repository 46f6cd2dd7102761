package org.spsrules.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** What the validator of HL7 finds wrong, without a network. */
public final class Validity {

    private static final FhirContext FHIR = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private Validity() {}

    private static FhirValidator validator() {
        FhirInstanceValidator instances = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR)));
        instances.setNoTerminologyChecks(false);
        return FHIR.newValidator().registerValidatorModule(instances);
    }

    /** The errors of a resource as it is sent. */
    public static List<String> errors(IBaseResource resource) {
        String sent = FHIR.newJsonParser().encodeResourceToString(resource);
        return VALIDATOR.validateWithResult(sent).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .filter(message -> !isAboutCodesNotShippedWithTheValidator(message))
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /** LOINC, SNOMED CT and RxNorm are not in the validator; whether our codes are theirs is checked where they are read. */
    private static boolean isAboutCodesNotShippedWithTheValidator(SingleValidationMessage message) {
        return message.getMessage().contains("CodeSystem is unknown and can't be validated")
                || message.getMessage().startsWith("Unknown code system");
    }
}
