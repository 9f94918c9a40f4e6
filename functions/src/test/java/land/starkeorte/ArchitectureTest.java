package land.starkeorte;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The structure, enforced. That no feature reaches into another's package-private parts is the compiler's work; here
 * stands what it does not see.
 */
@AnalyzeClasses(packages = "land.starkeorte", importOptions = ArchitectureTest.OfTheProduct.class)
class ArchitectureTest {
    /** Wherever it was compiled to. */
    static final class OfTheProduct implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final long MOST_IN_A_PACKAGE = 25;
    private static final Pattern ADAPTERS = Pattern.compile("(Dynamo|Ses|S3|Cognito).*");

    @ArchTest
    static final ArchRule noPackageIsPartOfACycle =
            slices().matching("land.starkeorte.(**)").should().beFreeOfCycles();

    /** What belongs to one type, its nested types included, is one slice. */
    @ArchTest
    static final ArchRule noTypeIsPartOfACycle = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    // A table knows the store that it is written in.
                    return type.getPackageName().endsWith(".store")
                            ? SliceIdentifier.ignore()
                            : SliceIdentifier.of(outermost(type).getName());
                }

                @Override
                public String getDescription() {
                    return "each top-level type";
                }
            })
            .should()
            .beFreeOfCycles();

    /** Each of them knows those before it at most: what takes place, seats, who has them, how one gets them, who comes. */
    @ArchTest
    static final ArchRule whoComesToEventsIsKnownInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("events")
            .definedBy("..events..")
            .layer("seats")
            .definedBy("..seats..")
            .layer("registrations")
            .definedBy("..registrations..")
            .layer("registering")
            .definedBy("..registering..")
            .layer("upkeep")
            .definedBy("..upkeep..")
            .layer("participants")
            .definedBy("..participants..")
            .whereLayer("events")
            .mayNotAccessAnyLayer()
            .whereLayer("seats")
            .mayNotAccessAnyLayer()
            .whereLayer("registrations")
            .mayOnlyAccessLayers("events", "seats")
            .whereLayer("registering")
            .mayOnlyAccessLayers("events", "seats", "registrations")
            .whereLayer("upkeep")
            .mayOnlyAccessLayers("events", "seats", "registrations")
            .whereLayer("participants")
            .mayOnlyAccessLayers("events", "registrations", "registering", "upkeep");

    /** Where rules are decided nobody knows of requests, mails or tables. */
    @ArchTest
    static final ArchRule rulesKnowNothingButValues = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .or()
            .haveSimpleNameEndingWith("Refusal")
            .or()
            .haveSimpleName("Deadlines")
            .or()
            .haveSimpleName("BookingPrice")
            .or()
            .haveSimpleName("WaitlistEntry")
            .or()
            .resideInAPackage("..webvtt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..store..", "tools.jackson..", "software.amazon..");

    /** What happens to seats and registrations is the same whoever asks: a request, a stream or a schedule. */
    @ArchTest
    static final ArchRule whatIsRegisteredKnowsNoRequests = noClasses()
            .that()
            .resideInAnyPackage("..seats..", "..registrations..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..http..");

    /** Pages and mails are generated, a type for each template. */
    @ArchTest
    static void noPackageIsTooLargeToBeKnown(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> outermost(type).equals(type)
                                && !type.getSimpleName().matches("package-info|Jte.*"))
                        .collect(groupingBy(JavaClass::getPackageName, counting())))
                .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_IN_A_PACKAGE));
    }

    /** Wherever a name is read, it means one thing. */
    @ArchTest
    static void noTwoTypesHaveOneName(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> outermost(type).equals(type)
                                && !type.getSimpleName().matches("package-info|Jte.*"))
                        .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList()))))
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    /** What belongs to an adapter may name it, too. */
    @ArchTest
    static final ArchRule onlyAdaptersAndThePlatformNameTheSdk = noClasses()
            .that(not(describe(
                    "are adapters",
                    type -> ADAPTERS.matcher(outermost(type).getSimpleName()).matches())))
            .and()
            .resideOutsideOfPackage("land.starkeorte.platform")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

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

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
