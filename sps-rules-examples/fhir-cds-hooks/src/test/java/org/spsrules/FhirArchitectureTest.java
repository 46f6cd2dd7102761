package org.spsrules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what where FHIR is read and served. */
@AnalyzeClasses(
        packages = {"org.spsrules.fhir", "org.spsrules.cdshooks"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class FhirArchitectureTest {

    @ArchTest
    static final ArchRule theMappingKnowsNothingOfServing = noClasses()
            .that()
            .resideInAPackage("org.spsrules.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.spsrules.cdshooks..",
                    "com.sun.net.httpserver..",
                    "java.net.http..",
                    "tools.jackson..",
                    "picocli..");

    @ArchTest
    static final ArchRule recordsAndReportsKnowNothingOfEachOther = noClasses()
            .that()
            .resideInAPackage("org.spsrules.fhir.record..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.spsrules.fhir.report..");

    /** The knowledge itself is open to reading, and to nothing else; embedders do without. */
    @ArchTest
    static final ArchRule onlyThePublicApiOfTheRulesIsUsed = noClasses()
            .that()
            .resideOutsideOfPackage("org.spsrules.fhir.knowledge")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.spsrules.internal..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule theExportReadsTheKnowledgeAndNoEngine = noClasses()
            .that()
            .resideInAPackage("org.spsrules.fhir.knowledge")
            .should()
            .dependOnClassesThat(resideInAPackage("org.spsrules.internal..")
                    .and(not(resideInAnyPackage("org.spsrules.internal.knowledge", "org.spsrules.internal.rule"))));

    @ArchTest
    static final ArchRule theMappingNeverReadsTheClock = noClasses()
            .that()
            .resideInAPackage("org.spsrules.fhir..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
