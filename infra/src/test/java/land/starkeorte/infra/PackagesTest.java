package land.starkeorte.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What Lambda unpacks. Each package leaves out what it does not need, by name: a library that is added to
 * functions/pom.xml lands in all of them, makes every function start later, and is noticed here.
 */
class PackagesTest {
    private static final Path PACKAGES = LocalCloud.ROOT.resolve("functions/target/lambda");

    /** Spring, Jackson, the SDK's core and its client of DynamoDB, with what they need. */
    private static final Set<String> EVERYWHERE = Set.of("""
            annotations auth aws-core aws-json-protocol aws-lambda-java-core checksums checksums-spi
            commons-codec commons-io commons-logging crac dynamodb endpoints-spi eventstream http-auth
            http-auth-aws http-auth-aws-eventstream http-auth-spi http-client-spi identity-spi
            jackson-annotations jackson-core jackson-databind json-utils jspecify metrics-spi profiles
            protocol-core reactive-streams reactor-core regions retries retries-spi sdk-core slf4j-api
            slf4j-nop spring-beans spring-cloud-function-context spring-core spring-expression
            spring-messaging third-party-jackson-core url-connection-client utils utils-lite
            """.strip().split("\\s+"));

    @Test
    void onlyWhatEveryFunctionNeedsIsInEveryPackage() throws IOException {
        var everywhere = new TreeSet<String>();
        try (var packages = Files.list(PACKAGES)) {
            for (Path one : packages.toList()) {
                Set<String> libraries = libraries(one.resolve("lib"));
                if (everywhere.isEmpty()) {
                    everywhere.addAll(libraries);
                }
                everywhere.retainAll(libraries);
            }
        }
        assertThat(everywhere)
                .as("in all packages; what is new belongs into their excludeArtifactIds, or into this list")
                .containsExactlyInAnyOrderElementsOf(EVERYWHERE);
    }

    /** Else a call fails with NoClassDefFoundError, as late as something of the library is needed. */
    @Test
    void everyFunctionHasTheLibrariesThatItUsesInItsPackage() throws Exception {
        System.setProperty("aws.region", "eu-central-1");
        var lacking = new TreeMap<String, Set<String>>();
        for (var function : Template.functions()) {
            Path lib = LocalCloud.ROOT
                    .resolve(function.getValue().at("/Properties/CodeUri").asString())
                    .resolve("lib");
            lacking.put(function.getKey(), PackagedFunction.lacking(Template.pinned(function.getValue()), lib));
        }
        assertThat(lacking)
                .as("classes that are missing; another CodeUri in template.yaml has them")
                .hasSizeGreaterThan(30)
                .allSatisfy((function, missing) -> assertThat(missing).isEmpty());
    }

    /** By their artifact's id, without ours. */
    private static Set<String> libraries(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            return jars.map(jar -> jar.getFileName().toString().replaceFirst("-\\d[\\w.+-]*\\.jar$", ""))
                    .filter(name -> !name.equals("functions"))
                    .collect(Collectors.toSet());
        }
    }
}
