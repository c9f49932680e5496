package org.genaisummarizer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the arrows between the packages. */
class ArchitectureTest {

    private static final String BASE = "org.genaisummarizer.";

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.genaisummarizer");

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    model                 | model
                    language              | language
                    engine.port           | engine.port model
                    engine..              | engine.. model language
                    cache..               | cache.. engine.port model
                    telemetry..           | telemetry.. engine.port model
                    provider.guard..      | provider.guard.. engine.port model
                    provider.http..       | provider.http.. engine.port model
                    provider.openai..     | provider.openai.. provider.http.. engine.port model
                    provider.anthropic..  | provider.anthropic.. provider.http.. engine.port model
                    provider.extractive.. | provider.extractive.. engine.port model language
                    api..                 | api.. engine.. model language
                    queue                 | queue api.. engine.. model
                    azure                 | azure queue api.. engine.. model app
                    """)
    void aPackageSeesOnlyWhatItMay(String holder, String seen) {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(BASE + ".");
        String[] allowed =
                Stream.of(seen.split(" ")).map(name -> BASE + name).toArray(String[]::new);
        DescribedPredicate<JavaClass> forbidden =
                ours.and(resideOutsideOfPackages(allowed))
                        .as("the rest of the project, beyond %s", Arrays.toString(allowed));
        check(
                noClasses()
                        .that()
                        .resideInAPackage(BASE + holder)
                        .should()
                        .dependOnClassesThat(forbidden));
    }

    @Test
    void modelAndEngineAreBuiltOnTheJdkAlone() {
        check(
                classes()
                        .that()
                        .resideInAnyPackage(
                                BASE + "model..", BASE + "engine..", BASE + "language..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", "org.jspecify.annotations", BASE + "."));
    }

    @Test
    void coreKnowsNoCloudAndNoServer() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.amazonaws..",
                                "software.amazon..",
                                "com.azure..",
                                "com.microsoft..",
                                "io.vertx.ext.web..",
                                "io.quarkus.vertx.http.."));
    }

    @Test
    void providersDoNotSeeEachOther() {
        check(
                slices().matching(BASE + "provider.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(
                                DescribedPredicate.alwaysTrue(),
                                resideInAnyPackage(BASE + "provider.http..")));
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
