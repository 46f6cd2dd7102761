package org.spsrules.authoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the authoring library, and which may know which. */
@AnalyzeClasses(packages = "org.spsrules.authoring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule roomsHaveNoCircles =
            slices().matching("org.spsrules.authoring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCompilerKnowsDroolsBesidesTheParser = noClasses()
            .that()
            .resideOutsideOfPackages("org.spsrules.authoring.compile..", "org.spsrules.authoring.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule theLanguageKnowsOnlyItsProblems = noClasses()
            .that()
            .resideInAPackage("org.spsrules.authoring.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.spsrules.authoring.check..",
                    "org.spsrules.authoring.compile..",
                    "org.spsrules.authoring.folder..",
                    "org.spsrules.authoring.lint..");
}
