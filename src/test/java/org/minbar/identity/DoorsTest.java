package org.minbar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minbar.language.Refusal;

/**
 * Walks every door of the house with everybody who may come to it, and compares with {@code doors.txt}. What a door
 * asks further within, for the very language, is its own room's to test.
 */
class DoorsTest {

    private static final java.nio.file.Path TABLE = java.nio.file.Path.of("src/test/resources/doors.txt");
    private static final String NOBODY = "nobody";

    /** {@code GET /desk/people/{id}}, and the methods that answer it. */
    private static final Map<String, List<Method>> DOORS = doors();

    private static final Map<String, String> ROWS = rows();

    @Test
    void every_door_has_its_row() {
        Set<String> without = new TreeSet<>();
        DOORS.forEach((door, methods) -> {
            if (!ROWS.containsKey(door)) without.add(door + " | " + admitted(methods.get(0)));
        });
        assertThat(without)
                .as("add these rows to %s, if that is whom they should admit", TABLE)
                .isEmpty();
    }

    @Test
    void every_row_has_its_door() {
        assertThat(ROWS.keySet()).allSatisfy(row -> assertThat(DOORS).containsKey(row));
    }

    static Stream<Arguments> visits() {
        return DOORS.entrySet().stream()
                .filter(door -> ROWS.containsKey(door.getKey()))
                .flatMap(door -> door.getValue().stream()
                        .flatMap(method -> visitors().map(visitor -> Arguments.of(door.getKey(), visitor, method))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("visits")
    void a_door_admits_whom_its_row_names(String door, String visitor, Method method) {
        assertThat(admits(method, visitor)).isEqualTo(named(ROWS.getOrDefault(door, ""), visitor));
    }

    @Test
    void a_role_in_one_language_opens_the_door_and_a_token_without_its_scope_does_not() throws Exception {
        Method door = PeoplePages.class.getDeclaredMethod("people");
        Set<Grant> grants = Set.of(new Grant(Role.ADMINISTRATOR, "fr"));
        Caller whole = new Caller(7, "Noor", grants, EnumSet.allOf(Permission.class));
        Caller narrow = new Caller(7, "Noor", grants, EnumSet.of(Permission.READ));
        assertThat(admits(door, Optional.of(whole))).isTrue();
        assertThat(admits(door, Optional.of(narrow))).isFalse();
    }

    private static boolean named(String row, String visitor) {
        return switch (row) {
            case "everybody" -> true;
            case "signed in" -> !visitor.equals(NOBODY);
            default -> List.of(row.split(", ")).contains(visitor);
        };
    }

    private static String admitted(Method method) {
        if (admits(method, NOBODY)) return "everybody";
        List<String> roles =
                visitors().filter(visitor -> admits(method, visitor)).toList();
        return roles.size() == Role.values().length ? "signed in" : String.join(", ", roles);
    }

    private static Stream<String> visitors() {
        return Stream.concat(Stream.of(NOBODY), Arrays.stream(Role.values()).map(Role::tag));
    }

    private static boolean admits(Method method, String visitor) {
        return admits(
                method,
                Role.ofTag(visitor)
                        .map(role -> new Caller(
                                7,
                                "Noor",
                                Set.of(new Grant(role, Grant.EVERY_LANGUAGE)),
                                EnumSet.allOf(Permission.class))));
    }

    private static boolean admits(Method method, Optional<Caller> caller) {
        try {
            Doorkeeping.admit(method, caller);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static Map<String, List<Method>> doors() {
        Map<String, List<Method>> doors = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.minbar").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> {
                            for (Method method : type.getDeclaredMethods()) {
                                verb(method).ifPresent(verb -> doors.computeIfAbsent(
                                                verb + " " + address(type, method), door -> new ArrayList<>())
                                        .add(method));
                            }
                        });
        return doors;
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) return Optional.of(verb.value());
        }
        return Optional.empty();
    }

    /** Without the patterns that a place in it may have. */
    private static String address(Class<?> type, Method method) {
        String below = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        return ("/" + type.getAnnotation(Path.class).value() + below)
                .replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("//+", "/");
    }

    private static Map<String, String> rows() {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .collect(Collectors.toMap(row -> row[0].strip(), row -> row[1].strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
