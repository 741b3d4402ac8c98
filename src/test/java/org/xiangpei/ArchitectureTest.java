package org.xiangpei;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.qute.CheckedTemplate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** The allowed dependencies between features, and what must stay where it belongs. */
@AnalyzeClasses(packages = "org.xiangpei", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Feature → the features it may use. {@code home} may use all; every feature may use itself and {@code shared}. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            entry("shared", Set.of()),
            entry("identity", Set.of()),
            entry("audit", Set.of("identity")),
            entry("catalog", Set.of("audit", "identity")),
            entry("registration", Set.of("catalog", "identity")),
            entry("notification", Set.of("identity")),
            entry("following", Set.of("matching", "requirement", "search", "catalog", "identity")),
            entry("recognition", Set.of("catalog", "audit", "identity")),
            entry("search", Set.of("catalog", "recognition", "identity")),
            entry("requirement", Set.of("catalog", "audit", "identity")),
            entry("matching", Set.of("requirement", "search", "catalog", "identity")),
            entry("demand", Set.of("matching", "requirement", "recognition", "catalog", "identity")),
            entry("ledger", Set.of("catalog", "audit", "identity")),
            entry(
                    "sourcing",
                    Set.of("ledger", "matching", "requirement", "catalog", "recognition", "audit", "identity")),
            entry("insight", Set.of("ledger", "matching", "requirement", "catalog", "recognition", "identity")),
            entry(
                    "home",
                    Set.of(
                            "insight",
                            "sourcing",
                            "ledger",
                            "matching",
                            "demand",
                            "requirement",
                            "registration",
                            "recognition",
                            "notification",
                            "following",
                            "search",
                            "catalog",
                            "audit",
                            "identity")),
            entry("demo", Set.of("catalog", "identity")),
            entry("launch", Set.of("audit", "recognition"))));

    private static final String ROOT = "org.xiangpei.";

    @ArchTest
    void everyFeatureThatExistsIsInTheTable(JavaClasses all) {
        Set<String> existing =
                all.stream().map(ArchitectureTest::feature).collect(Collectors.toCollection(TreeSet::new));
        assertThat(existing).isEqualTo(MAY_USE.keySet());
    }

    @ArchTest
    void featuresUseOnlyWhatTheTableAllows(JavaClasses all) {
        MAY_USE.forEach((feature, allowed) -> noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("belong to a feature other than " + allowed) {
                    @Override
                    public boolean test(JavaClass used) {
                        return used.getPackageName().startsWith(ROOT)
                                && !feature(used).equals(feature)
                                && !feature(used).equals("shared")
                                && !allowed.contains(feature(used));
                    }
                })
                .allowEmptyShould(false)
                .check(all));
    }

    @ArchTest
    void luceneStaysInItsAdapter(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.xiangpei.search.lucene..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(all);
    }

    @ArchTest
    void elasticsearchStaysInItsAdapter(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.xiangpei.search.elasticsearch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.elasticsearch..", "org.apache.http..", "org.xiangpei.search.elasticsearch..")
                .check(all);
    }

    @ArchTest
    void theModelOfMeaningStaysInItsAdapter(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.xiangpei.search.meaning..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.onnxruntime..", "ai.djl..", "dev.langchain4j..", "org.xiangpei.search.meaning..")
                .check(all);
    }

    @ArchTest
    void theModelOfMeaningKnowsNoEngine(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("org.xiangpei.search.meaning..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.xiangpei.search.lucene..",
                        "org.xiangpei.search.elasticsearch..",
                        "org.xiangpei.search.web..")
                .check(all);
    }

    @ArchTest
    void httpAndTemplatesStayInWeb(JavaClasses all) {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.quarkus.qute..", "org.jboss.resteasy..")
                .check(all);
    }

    @ArchTest
    void noEntityLeavesThroughAnEndpointOrATemplate(JavaClasses all) {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(CheckedTemplate.class)
                .should(haveNoEntityInTheirSignature())
                .check(all);
    }

    @ArchTest
    void everyPackageSaysWhatLivesThere(JavaClasses all) {
        Set<String> packages =
                all.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = all.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(packages);
    }

    private static ArchCondition<JavaMethod> haveNoEntityInTheirSignature() {
        return new ArchCondition<>("have no entity in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions the entity " + entity.getName())));
            }
        };
    }

    private static String feature(JavaClass type) {
        String inside = type.getPackageName().substring(ROOT.length() - 1);
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
    }
}
