package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.language.Language;
import org.minbar.language.Languages;

class MessagesTest {

    private static final Languages LANGUAGES = Languages.read(Path.of("i18n"));
    private static final Cabinet HOUSE = Cabinet.folder(Path.of("i18n"));
    private static final Language ARABIC = LANGUAGES.get("ar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | 0 | لا مقالات",
                "ar | 2 | مقالان",
                "ar | 11 | 11 مقالا",
                "fr | 0 | Aucun article",
                "fr | 1 | 1 article",
                "en | 3 | 3 stories"
            })
    void a_count_is_said_as_the_language_counts(String tag, int count, String said) {
        Messages messages = new Messages(HOUSE, LANGUAGES);
        assertThat(messages.say(LANGUAGES.get(tag), "listing.count", Map.of("count", count)))
                .isEqualTo(said);
    }

    @Test
    void a_latin_name_is_isolated_in_an_arabic_sentence() {
        assertThat(new Messages(HOUSE, LANGUAGES).say(ARABIC, "role.agency", Map.of("name", "ESCWA")))
                .isEqualTo("عن \u2068ESCWA\u2069");
    }

    @Test
    void an_unknown_key_shows_itself_on_a_running_page() {
        assertThat(new Messages(HOUSE, LANGUAGES).say(ARABIC, "no.such.sentence"))
                .isEqualTo("no.such.sentence");
    }

    @Test
    void what_a_sentence_is_not_given_leaves_a_gap_on_a_running_page_and_is_an_error_in_a_test() {
        Messages messages = new Messages(HOUSE, LANGUAGES);
        assertThat(messages.say(LANGUAGES.get("en"), "role.agency")).isEqualTo("From \u2068…\u2069");
        assertThat(messages.say(LANGUAGES.get("en"), "listing.count")).isEqualTo("listing.count");
        assertThatThrownBy(() -> messages.strict().say(ARABIC, "role.agency")).hasMessageContaining("name");
    }

    @Test
    void an_unknown_key_is_an_error_in_a_test() {
        Messages strict = new Messages(HOUSE, LANGUAGES).strict();
        assertThatThrownBy(() -> strict.say(ARABIC, "no.such.sentence"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no.such.sentence")
                .hasMessageContaining("ar");
    }

    @Test
    void a_folder_needs_only_the_sentences_that_differ() throws IOException {
        write("fr/site.properties", "site.archive=Nos anciens numéros");
        Messages messages = new Messages(Cabinet.folder(folder).before(HOUSE), LANGUAGES);
        assertThat(messages.say(LANGUAGES.get("fr"), "site.archive")).isEqualTo("Nos anciens numéros");
        assertThat(messages.say(LANGUAGES.get("fr"), "site.live")).isEqualTo("Fil info");
    }

    @Test
    void a_sentence_changed_on_disk_is_said_at_once() throws IOException {
        Path file = write("fr/site.properties", "site.archive=Archives du journal");
        Messages messages = new Messages(Cabinet.folder(folder).before(HOUSE), LANGUAGES);
        assertThat(messages.say(LANGUAGES.get("fr"), "site.archive")).isEqualTo("Archives du journal");
        write("fr/site.properties", "site.archive=Anciens numéros");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(messages.say(LANGUAGES.get("fr"), "site.archive")).isEqualTo("Anciens numéros");
    }

    @Test
    void a_sentence_that_a_language_lacks_is_lent_by_its_neighbour() throws IOException {
        write("en/site.properties", "only.english=Only in English");
        Messages messages = new Messages(Cabinet.folder(folder), LANGUAGES);
        assertThat(messages.say(ARABIC, "only.english")).isEqualTo("Only in English");
    }

    private Path write(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, line);
    }
}
