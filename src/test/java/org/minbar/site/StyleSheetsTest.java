package org.minbar.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every sheet keeps to, so that one serves both directions, both scripts and whoever is made ill by movement.
 * Scripts and drawings that style anything keep to it too.
 */
class StyleSheetsTest {

    /** A rule within its innermost braces, with the conditions around it. */
    record Rule(String conditions, String selector, String declarations) {}

    /** Sides of the page; along the text it is start and end. */
    private static final Pattern SIDES = Pattern.compile("(?<![\\w-])"
            + "((margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\\w+)*"
            + "|border-(top|bottom)-(left|right)-radius|left|right|top|bottom|(min-|max-)?(width|height)"
            + "|overscroll-behavior-[xy])\\s*:");

    private static final Pattern SIDED_VALUES = Pattern.compile(
            "(float|clear|text-align|text-align-last|caption-side|justify-content|justify-items|justify-self|text-underline-position)"
                    + "\\s*:[^;]*\\b(left|right)\\b");

    /** Four values in a row begin at the top and run with the clock: the second and the fourth are sides. */
    private static final Pattern FOUR_SIDES =
            Pattern.compile("(?<![\\w-])(margin|padding|inset|border-(?:width|style|color))\\s*:\\s*([^;}]+)");

    static Stream<Path> sheets() throws IOException {
        return files(".css");
    }

    private static Stream<Path> files(String ending) throws IOException {
        return Files.walk(Path.of("themes"))
                .filter(file -> file.toString().endsWith(ending))
                .sorted();
    }

    private static String bare(Path sheet) throws IOException {
        return Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
    }

    /** The rules of a sheet: nesting is that of conditions ({@code @media}, {@code @supports}, {@code @layer}). */
    static List<Rule> rules(String sheet) {
        List<Rule> rules = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < sheet.length(); i++) {
            if (sheet.charAt(i) == '{') {
                open.add(sheet.substring(from, i).strip());
                from = i + 1;
            } else if (sheet.charAt(i) == '}') {
                String selector = open.remove(open.size() - 1);
                String inside = sheet.substring(from, i).strip();
                if (!inside.isEmpty()) rules.add(new Rule(String.join(" ", open), selector, inside));
                from = i + 1;
            } else if (sheet.charAt(i) == ';' && open.isEmpty()) {
                from = i + 1;
            }
        }
        return rules;
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_sheet_knows_no_side_of_the_page(Path sheet) throws IOException {
        for (Rule rule : rules(bare(sheet))) {
            if (rule.selector.startsWith("@page")) continue;
            String declared = rule.declarations.replaceAll("\"[^\"]*\"", "\"\"");
            assertThat(declared).as(rule.selector).doesNotContainPattern(SIDES).doesNotContainPattern(SIDED_VALUES);
            Matcher four = FOUR_SIDES.matcher(declared);
            while (four.find()) {
                List<String> values = split(four.group(2));
                if (values.size() == 4)
                    assertThat(values.get(1))
                            .as("%s %s", rule.selector, four.group())
                            .isEqualTo(values.get(3));
            }
        }
    }

    /** At spaces that stand in no parenthesis. */
    private static List<String> split(String values) {
        return Arrays.asList(values.strip().split("\\s+(?![^(]*\\))"));
    }

    @Test
    void neither_does_a_script_or_a_drawing() throws IOException {
        Pattern styled = Pattern.compile("(style\\.|style\\[['\"]|setProperty\\(['\"])"
                + "(margin|padding|border)?-?([lL]eft|[rR]ight|float|cssFloat)|textAlign\\s*=\\s*['\"](left|right)");
        for (Path file : Stream.concat(files(".js"), files(".svg")).toList()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(styled);
        }
        for (Path drawing : files(".svg").toList()) {
            assertThat(Files.readString(drawing))
                    .as(drawing.toString())
                    .doesNotContain("<script", "<style", "style=", "http-equiv", "text-anchor")
                    .doesNotContainPattern("\\bon\\w+=");
        }
    }

    /** Arabic letters join: they are not spaced, not slanted, and no line ends within a word. */
    @ParameterizedTest
    @MethodSource("sheets")
    void nothing_is_done_to_arabic_that_only_roman_bears(Path sheet) throws IOException {
        for (Rule rule : rules(bare(sheet))) {
            boolean roman =
                    rule.selector.contains(":not(:lang(ar))") || rule.selector.matches(".*:lang\\((fr|en)\\).*");
            if (roman) continue;
            assertThat(rule.declarations)
                    .as(rule.selector)
                    .doesNotContainPattern("letter-spacing\\s*:(?!\\s*(0|normal))")
                    .doesNotContainPattern("hyphens\\s*:\\s*(auto|manual)")
                    .doesNotContainPattern("font-style\\s*:\\s*(italic|oblique)|font\\s*:[^;]*\\b(italic|oblique)\\b")
                    .doesNotContainPattern(
                            "text-transform\\s*:\\s*(uppercase|capitalize)|font-variant(-caps)?\\s*:[^;]*small-caps")
                    .doesNotContainPattern("word-break\\s*:\\s*break-all");
        }
    }

    @Test
    void what_a_browser_slants_by_itself_stands_upright_in_arabic() throws IOException {
        for (String sheet : List.of("themes/default/assets/css/site.css", "themes/desk/assets/css/desk.css")) {
            Rule upright = rules(bare(Path.of(sheet))).stream()
                    .filter(rule -> rule.selector.startsWith(":lang(ar) :is(em"))
                    .findFirst()
                    .orElseThrow();
            assertThat(upright.declarations).contains("font-style: normal");
            assertThat(List.of(upright.selector.replaceAll(".*:is\\(|\\)", "").split(", ")))
                    .contains("em", "i", "cite", "dfn", "address", "var");
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_face_says_what_happens_until_it_is_there(Path sheet) throws IOException {
        Map<String, Boolean> standIns = new HashMap<>();
        Set<String> fetched = new HashSet<>();
        String text = bare(sheet);
        for (Rule rule : rules(text)) {
            if (!rule.selector.equals("@font-face")) continue;
            assertThat(rule.declarations).containsPattern("font-display\\s*:\\s*(swap|optional|fallback);");
            Matcher name = Pattern.compile("font-family\\s*:\\s*\"([^\"]+)\"").matcher(rule.declarations);
            assertThat(name.find()).isTrue();
            if (rule.declarations.contains("url(")) fetched.add(name.group(1));
            else standIns.put(name.group(1), rule.declarations.contains("size-adjust"));
        }
        if (fetched.isEmpty()) return;
        assertThat(standIns).isNotEmpty().doesNotContainValue(false);
        Matcher lists = Pattern.compile("(?:--(?:\\w+-)?face|font-family)\\s*:\\s*([^;]*)")
                .matcher(text.replaceAll("(?s)@font-face \\{.*?}", ""));
        Set<String> used = new HashSet<>();
        while (lists.find()) {
            List<String> families = Arrays.stream(lists.group(1).split(","))
                    .map(each -> each.strip().replace("\"", ""))
                    .toList();
            List<String> ours = families.stream().filter(fetched::contains).toList();
            used.addAll(ours);
            if (!ours.isEmpty())
                assertThat(families)
                        .as(lists.group(1))
                        .containsAll(standIns.keySet())
                        .last()
                        .isIn("serif", "sans-serif");
        }
        assertThat(used).isEqualTo(fetched);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void nothing_moves_for_who_asked_for_stillness(Path sheet) throws IOException {
        for (Rule rule : rules(bare(sheet))) {
            if (!rule.declarations.matches(
                    "(?s).*(?<![\\w-])(transition|animation|scroll-behavior|view-transition-name)[\\w-]*\\s*:.*"))
                continue;
            assertThat(rule.conditions).as(rule.selector).contains("prefers-reduced-motion: no-preference");
        }
    }

    @Test
    void no_script_moves_them_either() throws IOException {
        for (Path script : files(".js").toList()) {
            String text = Files.readString(script);
            if (text.matches("(?s).*(\\.animate\\(|behavior\\s*:\\s*['\"]smooth).*")) {
                assertThat(text).as(script.toString()).contains("prefers-reduced-motion");
            }
        }
    }
}
