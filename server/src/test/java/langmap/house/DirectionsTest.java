package langmap.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Which package may know which: the rules of the architecture, one line with its reason each. */
@AnalyzeClasses(packages = "langmap", importOptions = ImportOption.DoNotIncludeTests.class)
final class DirectionsTest {
    private static final Set<String> FEATURES = Set.of("account", "audit", "unit", "criterion", "network", "money", "record",
        "plan", "priority", "reporting", "ogc", "tile", "exporter", "sample");

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_DOWN = layeredArchitecture().consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("App").definedBy("langmap")
        .layer("features").definedBy(FEATURES.stream().map(name -> "langmap." + name + "..").toArray(String[]::new))
        .layer("shared").definedBy("langmap.layer..", "langmap.measure..", "langmap.importer..", "langmap.style..", "langmap.gdal..")
        .layer("http").definedBy("langmap.http..")
        .layer("db").definedBy("langmap.db..")
        .layer("geo").definedBy("langmap.geo..")
        .layer("problem").definedBy("langmap.problem..")
        .whereLayer("App").mayNotBeAccessedByAnyLayer()
        .whereLayer("features").mayOnlyBeAccessedByLayers("App")
        .whereLayer("shared").mayOnlyBeAccessedByLayers("App", "features")
        .whereLayer("http").mayOnlyBeAccessedByLayers("App", "features", "shared")
        .whereLayer("db").mayOnlyBeAccessedByLayers("App", "features", "shared", "http")
        .whereLayer("geo").mayOnlyBeAccessedByLayers("App", "features", "shared", "http", "db")
        .because("a newcomer reads downwards and never in circles");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("langmap.(*)..").should().beFreeOfCycles()
        .because("packages in a circle can only be understood together");

    @ArchTest
    static final ArchRule FEATURES_STAND_ALONE = slices().assignedFrom(new Features()).should().notDependOnEachOther()
        .because("features meet in measures or in a database view");

    @ArchTest
    static final ArchRule JAVALIN_STAYS_AT_THE_EDGE = noClasses()
        .that(not(resideInAnyPackage("langmap.http", "langmap"), "Routes"))
        .should().dependOnClassesThat().resideInAnyPackage("io.javalin..")
        .because("nothing but the edge knows that there is HTTP");

    @ArchTest
    static final ArchRule SQL_LIVES_IN_STORES = noClasses()
        .that(not(resideInAnyPackage("langmap.db.."), "Store"))
        .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.postgresql..",
            "net.postgis..", "org.flywaydb..")
        .because("all SQL of a feature is in one file");

    @ArchTest
    static final ArchRule GEOTOOLS_STAYS_WHERE_IT_IS_NEEDED = noClasses().that()
        .resideOutsideOfPackages("langmap.geo..", "langmap.style..", "langmap.ogc..", "langmap.importer..")
        .should().dependOnClassesThat().resideInAnyPackage("org.geotools..", "org.opengis..")
        .because("it can be replaced only where it is not everywhere");

    @ArchTest
    static final ArchRule SETTINGS_ARE_READ_ONCE = noClasses().that().doNotHaveFullyQualifiedName("langmap.Config")
        .should().callMethod(System.class, "getenv").orShould().callMethod(System.class, "getenv", String.class)
        .because("every setting is in one list");

    @ArchTest
    static final ArchRule NO_CHANGING_STATICS = fields().that().areStatic().and().areDeclaredInClassesThat(
            describe("are written by hand", type -> !type.isEnum() && !type.getName().contains("$SwitchMap")))
        .should().beFinal().because("state that everybody shares is nobody's");

    private DirectionsTest() {
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> inside, String suffix) {
        return describe("are outside, and not in a *" + suffix, type -> !inside.test(type)
            && !outermost(type).getSimpleName().endsWith(suffix));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(DirectionsTest::outermost).orElse(type);
    }

    /** One slice for each feature; everything else is in none. */
    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName().replaceFirst("^langmap\\.?", "").replaceFirst("\\..*", "");
            return FEATURES.contains(name) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
