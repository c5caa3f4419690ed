package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;

class PressTest {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    private static final Language ARABIC = LANGUAGES.get("ar");
    private static final Language FRENCH = LANGUAGES.get("fr");
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void two_themes() throws IOException {
        write("base/theme.properties", "");
        write("gazette/theme.properties", "parent=base");
    }

    @Test
    void a_theme_prints_its_own_template_before_its_parents() throws IOException {
        write("base/templates/story.html", "<p>{% block text %}base{% endblock %}</p>");
        write("gazette/templates/story.html", "{% extends \"base:story\" %}{% block text %}gazette{% endblock %}");
        assertThat(print("story", Map.of())).isEqualTo("<p>gazette</p>");
    }

    @Test
    void what_a_theme_lacks_its_parent_prints() throws IOException {
        write("base/templates/story.html", "base");
        assertThat(print("story", Map.of())).isEqualTo("base");
    }

    @Test
    void a_template_changed_on_disk_shows_on_reload() throws IOException {
        write("base/templates/part.html", "morning");
        write("gazette/templates/story.html", "{% include \"part\" %}");
        Press press = press();
        View view = View.of("story", Map.of(), FRENCH);
        assertThat(press.print(view)).isEqualTo("morning");
        Path part = write("base/templates/part.html", "evening");
        Files.setLastModifiedTime(part, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(press.print(view)).isEqualTo("evening");
        write("gazette/templates/part.html", "night");
        assertThat(press.print(view)).isEqualTo("night");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ page.text }}                     => &lt;b&gt;وداد&lt;/b&gt;",
                "{{ page.text | bdi }}               => <bdi>&lt;b&gt;وداد&lt;/b&gt;</bdi>",
                "{{ page.text | bdi('ar') }}         => <bdi lang=\"ar\" dir=\"rtl\">&lt;b&gt;وداد&lt;/b&gt;</bdi>",
                "{{ page.html | html }}              => <b>وداد</b>",
                "{{ page.html }}                     => &lt;b&gt;وداد&lt;/b&gt;",
                "<p{{ attr('ar') }}>                 => <p lang=\"ar\" dir=\"rtl\">",
                "<p{{ attr('fr') }}>                 => <p>",
                "{{ date(page.at) }}                 => 5 mars 2024",
                "{{ machine(page.maybe) }}           => 2024-03-05T13:00:00+01:00",
                "{{ number(1234567) }}               => 1.234.567",
                "{{ list(page.names) }}              => Fès, Rabat et Salé",
                "{% if page.maybe is present %}yes{% endif %} => yes",
                "{% if page.never is present %}no{% else %}none{% endif %} => none",
            })
    void a_word_of_a_template_prints(String template, String printed) throws IOException {
        write("base/templates/word.html", template);
        assertThat(print(
                        "word",
                        Map.of(
                                "text",
                                "<b>وداد</b>",
                                "html",
                                new Html("<b>وداد</b>"),
                                "at",
                                NOON,
                                "maybe",
                                Optional.of(NOON),
                                "never",
                                Optional.empty(),
                                "names",
                                List.of("Fès", "Rabat", "Salé"))))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "{{ page.headlin }}               => headlin",
                "{{ msg('no.such.sentence') }}    => no.such.sentence",
                "{{ page.text | html }}           => Only HTML",
                "{{ page.text | raw }}            => raw",
                "{% autoescape false %}{{ page.text }}{% endautoescape %} => autoescape",
                "{{ asset('css/none.css') }}      => css/none.css",
                "{% include \"nowhere\" %}        => nowhere",
            })
    void a_broken_template_names_itself_and_the_line(String template, String trouble) throws IOException {
        write("base/templates/broken.html", "<p>\n" + template);
        assertThatThrownBy(() -> print("broken", Map.of("text", "<b>")))
                .hasMessageContaining(trouble)
                .satisfies(wrong -> {
                    if (!trouble.equals("nowhere")) {
                        assertThat(wrong).hasMessageContaining("broken").hasMessageContaining("2");
                    }
                });
    }

    @Test
    void a_theme_may_not_descend_from_itself() throws IOException {
        write("base/theme.properties", "parent=gazette");
        assertThatThrownBy(() -> print("story", Map.of())).hasMessageContaining("gazette");
    }

    @Test
    void the_page_speaks_the_language_of_the_view() throws IOException {
        write("base/templates/story.html", "{{ language.tag }} {{ date(page.at) }} {{ msg('site.live') }}");
        assertThat(press().print(View.of("story", Map.of("at", NOON), ARABIC)))
                .isEqualTo("ar 5 مارس 2024 شريط الأخبار");
    }

    private String print(String template, Map<String, Object> page) {
        return press().print(View.of(template, page, FRENCH));
    }

    private Press press() {
        Themes themes = new Themes(Cabinet.folder(folder));
        return new Press(
                LANGUAGES,
                themes,
                new Messages(Cabinet.folder(Path.of("i18n")), LANGUAGES).strict(),
                new Assets(themes),
                "gazette",
                ZoneId.of("Africa/Casablanca"),
                Clock.fixed(NOON, ZoneOffset.UTC),
                HijriSightings.none());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
