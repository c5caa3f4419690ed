package org.minbar;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.minbar.identity.Needs;
import org.minbar.identity.Open;

/** The floor plan of the house. When a test here fails, a line of code is in the wrong room. */
@AnalyzeClasses(packages = "org.minbar", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    /** From the ground up. A room may know every room on the floors below it. */
    static final List<Set<String>> FLOORS = List.of(
            Set.of("language", "text"),
            Set.of("view", "identity", "journal", "web", "darkroom", "documents"),
            Set.of(
                    "topic",
                    "media",
                    "library",
                    "story",
                    "release",
                    "front",
                    "desk",
                    "translation",
                    "ticker",
                    "console",
                    "agenda",
                    "conversation"),
            Set.of("search"),
            Set.of("discovery", "live", "site", "syndication", "exchange"),
            Set.of("operations"));

    /** And of the rooms on its own floor, only these. */
    static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            entry("text", Set.of("language")),
            entry("identity", Set.of("journal", "view")),
            entry("web", Set.of("journal", "view")),
            entry("story", Set.of("topic", "media")),
            entry("translation", Set.of("story")),
            entry("library", Set.of("media", "story")),
            entry("release", Set.of("story", "topic", "media")),
            entry("desk", Set.of("story", "topic", "translation", "media", "ticker")),
            entry("front", Set.of("story", "topic")),
            entry("ticker", Set.of("story", "media")),
            entry("console", Set.of("ticker", "story", "topic", "media")),
            entry("conversation", Set.of("story")),
            entry("agenda", Set.of("topic", "media")),
            entry("live", Set.of("discovery")),
            entry("site", Set.of("discovery", "live")));

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

    @ArchTest
    static final ArchRule rooms_know_only_the_rooms_below = modules()
            .definedByPackages("org.minbar.(*)..")
            .should()
            .respectTheirAllowedDependencies(floorPlan(), consideringOnlyDependenciesInAnyPackage("org.minbar.*.."));

    private static AllowedModuleDependencies floorPlan() {
        AllowedModuleDependencies plan = allow().fromModule("language").toModules();
        Set<String> below = new HashSet<>();
        for (Set<String> floor : FLOORS) {
            for (String room : floor) {
                Set<String> known = new HashSet<>(below);
                known.addAll(NEIGHBOURS.getOrDefault(room, Set.of()));
                plan = plan.fromModule(room).toModules(known.toArray(String[]::new));
            }
            below.addAll(floor);
        }
        return plan;
    }

    @ArchTest
    static final ArchRule every_room_is_on_the_plan_and_has_no_rooms_within =
            classes().should().resideInAnyPackage(allRooms());

    private static String[] allRooms() {
        return FLOORS.stream()
                .flatMap(Set::stream)
                .map(room -> "org.minbar." + room)
                .toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule every_room_says_what_may_be_absent =
            classes().that().doNotHaveSimpleName("package-info").should(resideInANullMarkedPackage());

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return check("reside in a package that is @NullMarked", type -> type.getPackage()
                .isAnnotatedWith(NullMarked.class));
    }

    @ArchTest
    static final ArchRule the_ground_floor_is_plain_java = classes()
            .that()
            .resideInAnyPackage("org.minbar.language..", "org.minbar.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.ibm.icu..",
                    "org.jsoup..",
                    "org.apache.commons.text..",
                    "com.github.difflib..",
                    "org.jspecify..",
                    "org.minbar.language..",
                    "org.minbar.text..");

    @ArchTest
    static final ArchRule entities_are_told_what_they_need = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.inject..", "jakarta.enterprise..", "jakarta.transaction..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule only_shelves_reach_into_the_database =
            noClasses().that(areNotShelves()).should().dependOnClassesThat().areAssignableTo(EntityManager.class);

    /**
     * A shelf has the plural's name and stands in {@code identity} or on the second floor. The journal and the first
     * answers write by JDBC; of the entity manager they take the connection of the caller's transaction and no more.
     */
    private static DescribedPredicate<JavaClass> areNotShelves() {
        Set<String> rooms = new HashSet<>(FLOORS.get(2));
        rooms.add("identity");
        return describe("are not shelves", type -> {
            String name = type.getSimpleName();
            String room = type.getPackageName().replaceFirst("org\\.minbar\\.", "");
            boolean borrowsTheConnection = Set.of("journal.Journal", "journal.Journal$Pending", "web.FirstAnswers")
                    .contains(type.getName().replaceFirst("org\\.minbar\\.", ""));
            return !borrowsTheConnection && (!rooms.contains(room) || !(name.endsWith("s") || name.equals("People")));
        });
    }

    @ArchTest
    static final ArchRule lucene_lives_in_search = noClasses()
            .that()
            .resideOutsideOfPackage("org.minbar.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule icu_lives_in_language_and_search = noClasses()
            .that()
            .resideOutsideOfPackages("org.minbar.language..", "org.minbar.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..");

    @ArchTest
    static final ArchRule the_template_engine_lives_in_view = noClasses()
            .that()
            .resideOutsideOfPackage("org.minbar.view..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.pebbletemplates..");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?|DTO|Dto|Services?)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..misc..");

    @ArchTest
    static final ArchRule an_interface_is_a_promise_kept_twice = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .doNotHaveSimpleName("package-info")
            .and()
            .areNotAnnotatedWith(FunctionalInterface.class)
            .should(haveTwoImplementations());

    private static ArchCondition<JavaClass> haveTwoImplementations() {
        return check(
                "have two implementations",
                type -> type.getAllSubclasses().stream()
                                .filter(sub -> !sub.isInterface())
                                .filter(sub -> !sub.getModifiers().contains(JavaModifier.ABSTRACT))
                                .count()
                        >= 2);
    }

    @ArchTest
    static final ArchRule every_door_says_whom_it_admits = methods()
            .that(answerRequests())
            .should(new ArchCondition<>("carry @Open or @Needs, or stand in a class that does") {
                @Override
                public void check(JavaMethod door, ConditionEvents events) {
                    boolean says = List.of(Open.class, Needs.class).stream()
                            .anyMatch(sign -> door.isAnnotatedWith(sign)
                                    || door.getOwner().isAnnotatedWith(sign));
                    events.add(new SimpleConditionEvent(
                            door, says, door.getFullName() + " carries neither @Open nor @Needs"));
                }
            });

    private static DescribedPredicate<JavaMethod> answerRequests() {
        return describe("answer requests", method -> VERBS.stream().anyMatch(method::isAnnotatedWith));
    }

    @ArchTest
    static final ArchRule time_comes_from_a_clock = noClasses()
            .should()
            .accessTargetWhere(now())
            .orShould()
            .accessTargetWhere(describe(
                    "System.currentTimeMillis()",
                    access -> access.getTargetOwner().isEquivalentTo(System.class)
                            && access.getTarget().getName().equals("currentTimeMillis")));

    @ArchTest
    static final ArchRule the_clock_is_wound_in_operations = noClasses()
            .that()
            .resideOutsideOfPackage("org.minbar.operations..")
            .should()
            .accessTargetWhere(describe(
                    "Clock.system…()",
                    access -> access.getTargetOwner().isEquivalentTo(Clock.class)
                            && access.getTarget().getName().matches("system.*|tick(Millis|Seconds|Minutes)")));

    @ArchTest
    static final ArchRule language_is_never_the_servers_own = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "Locale.getDefault() or new Locale(…)",
                    access -> access.getTargetOwner().isEquivalentTo(Locale.class)
                            && Set.of("getDefault", "<init>")
                                    .contains(access.getTarget().getName())));

    @ArchTest
    static final ArchRule nothing_prints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** Calls and method references to {@code now} without a clock: {@code Instant.now()}, {@code LocalDate.now(zone)}. */
    private static DescribedPredicate<JavaAccess<?>> now() {
        return describe(
                "now() of java.time without a clock",
                access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                        && access.getTarget().getName().equals("now")
                        && !access.getTarget().getFullName().contains(Clock.class.getName()));
    }

    private static ArchCondition<JavaClass> check(String what, Predicate<JavaClass> holds) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, holds.test(type), type.getName() + " does not " + what));
            }
        };
    }
}
