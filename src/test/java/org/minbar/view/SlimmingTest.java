package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers get of a theme's sheets and scripts says the same in fewer letters. */
class SlimmingTest {

    static Stream<Arguments> sheets() {
        return Stream.of(
                Arguments.of("/* Type */\nbody {\n  color: inherit;\n}\n\n", "body{color:inherit}"),
                Arguments.of("a :hover , b\n  > c { d: e f ; }", "a :hover ,b\n> c{d:e f}"),
                Arguments.of("p::before { content: \"; } /* no */ {  \"; }", "p::before{content:\"; } /* no */ {  \"}"),
                Arguments.of("p { content: '\\'; }  '; /* x */ top: 0 }", "p{content:'\\'; }  ';top:0}"),
                Arguments.of(
                        "@media (min-width: 40em) { a { b: calc(1px + 2 * 3px); } }",
                        "@media (min-width:40em){a{b:calc(1px + 2 * 3px)}}"),
                Arguments.of("a { /** one **/ /* two */ b: c }", "a{b:c}"),
                Arguments.of("--x: a/* b */c", "--x:ac"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_sheet_loses_comments_and_air(String sheet, String slim) {
        assertThat(Slimming.sheet(sheet)).isEqualTo(slim);
        assertThat(Slimming.sheet(slim)).as("once is enough").isEqualTo(slim);
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("/**\n * Why.\n */\nconst a = 1;\n\n  // There.\n  go(a);\n", "const a = 1;\ngo(a);\n"),
                Arguments.of("/* a */ one();\ntwo(); /* b */\n", "/* a */ one();\ntwo(); /* b */\n"),
                Arguments.of("go(\"//minbar\"); // by\n", "go(\"//minbar\"); // by\n"),
                Arguments.of("/* // */\n//* no\ngo();", "go();"),
                Arguments.of("go(`a ${b}`);\n  // c\n", "go(`a ${b}`);\n"),
                Arguments.of("go(`\n  // stays\n`);\n  // stays\n", "go(`\n  // stays\n`);\n  // stays\n"),
                Arguments.of("go('a\\\n  // stays');\n", "go('a\\\n  // stays');\n"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_loses_lines_of_comment_and_margins(String script, String slim) {
        assertThat(Slimming.script(script)).isEqualTo(slim);
    }

    @Test
    void a_long_comment_is_no_trouble() {
        String comment = "/*" + " * and so on;\n".repeat(20_000) + "*/";
        assertThat(Slimming.sheet(comment + "a{b:c}")).isEqualTo("a{b:c}");
        assertThat(Slimming.script(comment + "\ngo();")).isEqualTo("go();");
        assertThat(Slimming.sheet("a{b:\"" + "x".repeat(200_000) + "\"}")).hasSize(200_007);
    }
}
