package org.spsrules;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.slf4j.Logger;
import org.spsrules.internal.Engine;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Condition;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;

/** What may know what in core. */
@AnalyzeClasses(packages = "org.spsrules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ENGINE = "org.spsrules.internal.engine..";
    private static final String REFERENCE = "org.spsrules.internal.reference..";
    private static final String[] ABOVE_THE_FACTS = {
        ENGINE,
        "org.spsrules.internal.explain..",
        "org.spsrules.internal.report..",
        "org.spsrules.internal.counterfactual.."
    };
    private static final String RULE = "org.spsrules.internal.rule..";
    private static final String KNOWLEDGE = "org.spsrules.internal.knowledge..";
    private static final String FACT = "org.spsrules.internal.fact..";

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
            .resideInAPackage(REFERENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_THE_FACTS)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.spsrules.internal.cases..");

    @ArchTest
    static final ArchRule theProductionEngineSharesNothingWithTheReferenceEvaluator = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REFERENCE);

    /** A rule can say of itself whether it is met; the production engine must not listen, or it would have no oracle. */
    @ArchTest
    static final ArchRule theProductionEngineDoesNotAskARuleWhetherItIsMet = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Condition.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Constraint.class)
            .orShould()
            .callMethod(Operand.class, "valueIn", Map.class)
            .orShould()
            .callMethod(Operand.class, "wordIn", Map.class);

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
            .resideInAnyPackage("org.spsrules.vocabulary..", RULE, KNOWLEDGE, FACT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ABOVE_THE_FACTS)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage(REFERENCE);

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

    /** Of what is internal, only what makes an {@link SpsRules} for the authoring library shows in the API. */
    @ArchTest
    static final ArchRule theApiShowsNothingInternal = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.spsrules", "org.spsrules.vocabulary", "org.spsrules.io")
            .and()
            .haveFullNameNotMatching("org\\.spsrules\\.SpsRules\\.(of|knowledge)\\(.*")
            .should()
            .haveRawReturnType(resideInAPackage("org.spsrules.internal.."))
            .orShould()
            .haveRawParameterTypes(anyElementThat(resideInAPackage("org.spsrules.internal..")));

    @ArchTest
    static final ArchRule exceptionsHaveOneRoot =
            classes().that().areAssignableTo(RuntimeException.class).should().beAssignableTo(SpsRulesException.class);
}
