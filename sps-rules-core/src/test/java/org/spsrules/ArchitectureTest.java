package org.spsrules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.slf4j.Logger;
import org.spsrules.internal.Engine;
import org.spsrules.knowledge.Knowledge;

/** What may know what in core. */
@AnalyzeClasses(packages = "org.spsrules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "org.spsrules.internal.engine..";
    private static final String EXPLAIN = "org.spsrules.explain..";

    @ArchTest
    static final ArchRule onlyTheProductionEngineKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule theReferenceEvaluatorSharesNothingWithTheProductionEngine = noClasses()
            .that()
            .resideInAPackage(EXPLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.spsrules.internal..");

    @ArchTest
    static final ArchRule theProductionEngineSharesNothingWithTheReferenceEvaluator = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EXPLAIN);

    @ArchTest
    static final ArchRule onlyTheAuthoringLibraryBringsAnEngineOfItsOwn =
            noClasses().should().callMethod(SpsRules.class, "of", Knowledge.class, Engine.class);

    @ArchTest
    static final ArchRule onlyReadingAndWritingFilesNeedsALibraryForIt = noClasses()
            .that()
            .resideOutsideOfPackage("org.spsrules.io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "org.snakeyaml..", "org.spsrules.io..");

    @ArchTest
    static final ArchRule factsAndKnowledgeStandOnTheirOwn = noClasses()
            .that()
            .resideInAnyPackage("org.spsrules.fact..", "org.spsrules.knowledge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.spsrules.internal..", EXPLAIN);

    @ArchTest
    static final ArchRule onlyTheEngineLogs = noClasses()
            .that()
            .resideOutsideOfPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Logger.class);

    @ArchTest
    static final ArchRule rulesNeverReadTheClock = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule internalPartsHaveNoCircles =
            slices().matching("org.spsrules.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(RuntimeException.class).should().beAssignableTo(SpsRulesException.class);
}
