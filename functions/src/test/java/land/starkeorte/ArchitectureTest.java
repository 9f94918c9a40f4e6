package land.starkeorte;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import tools.jackson.databind.JsonNode;

/**
 * The structure, enforced. That no feature reaches into another's package-private parts is the compiler's work; here
 * stands what it does not see.
 */
@AnalyzeClasses(packages = "land.starkeorte", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noPackageIsPartOfACycle =
            slices().matching("land.starkeorte.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyAdaptersAndThePlatformNameTheSdk = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Dynamo")
            .and()
            .haveSimpleNameNotStartingWith("Ses")
            .and()
            .haveSimpleNameNotStartingWith("S3")
            .and()
            .haveSimpleNameNotStartingWith("Cognito")
            .and()
            .resideOutsideOfPackages("land.starkeorte.platform", "land.starkeorte.store")
            .and()
            .haveSimpleNameNotEndingWith("Functions")
            .and()
            .doNotHaveSimpleName("Functions")
            .and()
            .doNotHaveSimpleName("DossierTransitions")
            .and()
            .doNotHaveSimpleName("Seats")
            .and()
            .areTopLevelClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule assembliesAskTheSdkForNothing = noClasses()
            .that()
            .haveSimpleNameEndingWith("Functions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..model..");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheTableOfContents = noClasses()
            .that()
            .resideInAPackage("land.starkeorte.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("land.starkeorte");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Service)");

    @ArchTest
    static final ArchRule timeComesInAsAnArgument = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("land.starkeorte.platform.Clocks")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** Without a fallback Jackson throws where the number is too large, and whoever sent it reads that the fault is ours. */
    @ArchTest
    static final ArchRule numbersAreReadWithAFallback = noClasses()
            .that()
            .doNotHaveSimpleName("FormReader")
            .should()
            .callMethod(JsonNode.class, "asInt")
            .orShould()
            .callMethod(JsonNode.class, "asLong");
}
