package org.spsrules.fhir.knowledge;

import org.spsrules.vocabulary.CodeSystem;

/** Under which terms codes of public systems are given on; the notice of the project says it at length. */
final class CodeTerms {

    private CodeTerms() {}

    static String of(CodeSystem system) {
        return switch (system) {
            case RXNORM ->
                "Courtesy of the U.S. National Library of Medicine (source RXNORM), which is not responsible for this product and"
                        + " does not endorse it.";
            case ATC ->
                "ATC is copyright WHO Collaborating Centre for Drug Statistics Methodology, Oslo; it must not be changed, nor"
                        + " copied for commercial purposes. Only codes that other sources show under open terms are here.";
            case ICD_10_CM ->
                "ICD-10-CM is made by the National Center for Health Statistics of the United States, built upon ICD-10, which is"
                        + " copyright World Health Organization.";
            case SNOMED_CT -> "Codes of the SNOMED CT Global Patient Set, SNOMED International, CC BY 4.0.";
            case LOINC ->
                "This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and"
                        + " the LOINC Committee and is available at no cost under the license at http://loinc.org/license.";
            case UCUM -> "UCUM is copyright Regenstrief Institute, Inc., under the terms at http://ucum.org/license.";
            case ORPHANET -> "Codes of Orphanet, copyright INSERM, CC BY 4.0.";
        };
    }
}
