package org.minbar.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minbar.media.Bucket;

class SettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everything_has_a_default() {
        Settings settings = read(Map.of());
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.site().base()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Africa/Casablanca"));
        assertThat(settings.theme()).isEqualTo("default");
        assertThat(settings.themes()).isEmpty();
        assertThat(settings.i18n()).isEmpty();
        assertThat(settings.adminEmail()).isEqualTo("admin@localhost");
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.mediaBucket()).isEmpty();
        assertThat(settings.media()).isEqualTo(Path.of("data/media").toAbsolutePath());
        assertThat(settings.mediaQuota()).hasValue(50_000_000_000L);
        assertThat(settings.sample()).isFalse();
    }

    @Test
    void what_is_set_is_taken_and_space_around_it_is_not() {
        Settings settings = read(Map.of(
                "minbar.data", " " + folder + " ",
                "minbar.site.url", "https://news.example.org/",
                "minbar.zone", "Asia/Beirut",
                "minbar.theme", "souk",
                "minbar.themes", folder.toString(),
                "minbar.i18n", folder.toString(),
                "minbar.admin.email", "noor@news.example.org",
                "minbar.admin.password", "قهوة بالحليب",
                "minbar.sample", "TRUE"));
        assertThat(settings.data()).isEqualTo(folder);
        assertThat(settings.index()).isEqualTo(folder.resolve("index"));
        assertThat(settings.site().base()).isEqualTo(URI.create("https://news.example.org"));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Beirut"));
        assertThat(settings.theme()).isEqualTo("souk");
        assertThat(settings.themes()).contains(folder);
        assertThat(settings.i18n()).contains(folder);
        assertThat(settings.adminEmail()).isEqualTo("noor@news.example.org");
        assertThat(settings.adminPassword()).contains("قهوة بالحليب");
        assertThat(settings.sample()).isTrue();
    }

    @Test
    void a_blank_setting_is_as_good_as_none() {
        assertThat(read(Map.of("minbar.database.url", "  ", "minbar.zone", "", "minbar.sample", " ")))
                .isEqualTo(read(Map.of()));
    }

    @Test
    void the_embedded_database_lies_in_the_data_folder_and_writes_before_it_acknowledges() {
        Settings settings = read(Map.of("minbar.data", folder.toString()));
        assertThat(settings.jdbcUrl())
                .startsWith("jdbc:h2:file:" + folder.resolve("minbar") + ";")
                .contains(";MODE=PostgreSQL;", ";WRITE_DELAY=0;");
        assertThat(settings.dataSourceClass()).isEqualTo("org.h2.jdbcx.JdbcDataSource");
    }

    @Test
    void an_address_of_postgresql_puts_the_newsroom_there() {
        Settings settings = read(Map.of(
                "minbar.database.url", "jdbc:postgresql://db.example:5432/minbar",
                "minbar.database.user", "minbar",
                "minbar.database.password", "sésame"));
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5432/minbar");
        assertThat(settings.dataSourceClass()).isEqualTo("org.postgresql.ds.PGSimpleDataSource");
        assertThat(settings.dataSourceUser()).isEqualTo("minbar");
        assertThat(settings.dataSourcePassword()).isEqualTo("sésame");
    }

    @Test
    void a_bucket_with_an_endpoint_holds_the_files() {
        Map<String, String> given = new HashMap<>(bucket());
        given.put("minbar.media.endpoint", "http://127.0.0.1:9000/");
        given.put("minbar.media.region", "eu-west-3");
        assertThat(read(given).mediaBucket())
                .contains(new Bucket(
                        "newsroom", Optional.of(URI.create("http://127.0.0.1:9000")), "eu-west-3", "amina", "sesame"));
        assertThat(read(bucket()).mediaBucket())
                .contains(new Bucket("newsroom", Optional.empty(), "us-east-1", "amina", "sesame"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, ",
        "500MB, 500000000",
        "20GB, 20000000000",
        "20 gb, 20000000000",
        "2TB, 2000000000000",
        "'', 50000000000"
    })
    void a_quota_is_a_size_or_none(String value, @Nullable Long bytes) {
        OptionalLong quota = read(Map.of("minbar.media.quota", value)).mediaQuota();
        assertThat(quota).isEqualTo(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "minbar.media.bucket   | newsroom                      | s3://newsroom",
                "minbar.media.bucket   | s3://                         | s3://newsroom",
                "minbar.media.bucket   | s3://newsroom/pictures        | s3://newsroom",
                "minbar.media.bucket   | s3://News_Room                | s3://newsroom",
                "minbar.media.endpoint | 127.0.0.1:9000                | https://s3.example.org",
                "minbar.media.endpoint | http://127.0.0.1:9000/x       | https://s3.example.org",
                "minbar.media.region   | eu west                       | eu-west-3",
                "minbar.media.quota    | MUCH                          | 20GB",
                "minbar.media.quota    | 20                            | 20GB",
                "minbar.media.quota    | -1GB                          | 20GB",
                "minbar.media.quota    | 1.5GB                         | 20GB",
                "minbar.media.quota    | 9999999GB                     | 20GB",
                "minbar.media.key      | ''                            | MINBAR_MEDIA_SECRET; set both",
                "minbar.media.secret   | ''                            | MINBAR_MEDIA_SECRET; set both"
            })
    void a_wrong_setting_of_the_bucket_is_named_and_no_secret_with_it(String name, String value, String mend) {
        Map<String, String> given = new HashMap<>(bucket());
        given.put(name, value);
        assertThatThrownBy(() -> read(given))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith(Settings.variable(name) + "=" + value + " can't be: ")
                .hasMessageContaining(mend)
                .hasMessageNotContaining("sesame")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"minbar.media.endpoint, http://127.0.0.1:9000", "minbar.media.key, …", "minbar.media.secret, …"})
    void what_opens_a_bucket_is_nothing_without_one(String name, String shown) {
        String value = shown.equals("…") ? "sesame" : shown;
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith(Settings.variable(name) + "=" + shown + " can't be: ")
                .hasMessageContaining("MINBAR_MEDIA_BUCKET")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void settings_that_are_printed_keep_the_secret_of_the_bucket() {
        assertThat(read(bucket()).toString())
                .contains("s3://newsroom in us-east-1")
                .doesNotContain("sesame");
    }

    private static Map<String, String> bucket() {
        return Map.of(
                "minbar.media.bucket", "s3://newsroom", "minbar.media.key", "amina", "minbar.media.secret", "sesame");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "minbar.database.url   | jdbc:mysql://localhost/minbar | jdbc:postgresql://localhost:5432/minbar",
                "minbar.database.url   | localhost:5432                | jdbc:postgresql://localhost:5432/minbar",
                "minbar.site.url       | localhost:8080                | https://news.example.org",
                "minbar.site.url       | news.example.org              | https://news.example.org",
                "minbar.site.url       | ftp://news.example.org        | https://news.example.org",
                "minbar.site.url       | https://news.example.org/fr   | https://news.example.org",
                "minbar.site.url       | https://news.example.org?a=b  | https://news.example.org",
                "minbar.site.url       | https://news.example.org#a    | https://news.example.org",
                "minbar.site.url       | https://a@news.example.org    | https://news.example.org",
                "minbar.site.url       | https://                      | https://news.example.org",
                "minbar.site.url       | http://a b                    | https://news.example.org",
                "minbar.site.url       | mailto:noor                   | https://news.example.org",
                "minbar.edge.url       | 127.0.0.1:6081                | http://127.0.0.1:6081",
                "minbar.edge.url       | http://127.0.0.1:6081/purge   | http://127.0.0.1:6081",
                "minbar.zone           | Casablanca                    | Africa/Casablanca",
                "minbar.zone           | Africa/Casablanka             | Africa/Casablanca",
                "minbar.themes         | /no/such/folder               | make it",
                "minbar.i18n           | /no/such/folder               | make it",
                "minbar.admin.email    | admin                         | editor@example.org",
                "minbar.admin.email    | ad min@localhost              | editor@example.org",
                "minbar.sample         | yes                           | true or false"
            })
    void a_wrong_setting_stops_the_start_with_its_name_its_value_and_the_mend(String name, String value, String mend) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith(Settings.variable(name) + "=" + value + " can't be: ")
                .hasMessageContaining(mend)
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_data_folder_is_a_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        assertThatThrownBy(() -> read(Map.of("minbar.data", file.toString())))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith("MINBAR_DATA=" + file + " can't be: ");
        assertThat(read(Map.of("minbar.data", folder.resolve("new").toString())).data())
                .as("one that is not there yet will be made")
                .isEqualTo(folder.resolve("new"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"secret|6", "secret|201"})
    void a_wrong_password_is_never_shown(String word, int length) {
        String password = length == 201 ? word.repeat(34).substring(0, 201) : word;
        assertThatThrownBy(() -> read(Map.of("minbar.admin.password", password)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith("MINBAR_ADMIN_PASSWORD=")
                .hasMessageContaining("10 to 200")
                .hasMessageNotContaining(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://minbar:sesame@db.example/minbar          | postgres://minbar:…@db.example/minbar",
                "postgresql://minbar:ses@me@db.example/minbar        | postgresql://minbar:…@db.example/minbar",
                "jdbc:mysql://db.example/minbar?password=sesame&a=b  | jdbc:mysql://db.example/minbar?password=…&a=b",
                "jdbc:h2:mem:x;PASSWORD=sesame                       | jdbc:h2:mem:x;PASSWORD=…"
            })
    void a_password_within_an_address_is_not_shown_either(String url, String shown) {
        assertThatThrownBy(() -> read(Map.of("minbar.database.url", url)))
                .hasMessageStartingWith("MINBAR_DATABASE_URL=" + shown + " can't be: ")
                .hasMessageNotContaining("sesame");
        assertThat(Settings.withoutSecrets("jdbc:postgresql://db.example:5432/minbar?ssl=true"))
                .isEqualTo("jdbc:postgresql://db.example:5432/minbar?ssl=true");
    }

    @Test
    void a_setting_and_its_variable_have_one_name() {
        assertThat(Settings.variable("minbar.database.url")).isEqualTo("MINBAR_DATABASE_URL");
    }

    private static Settings read(Map<String, String> given) {
        return Settings.read(name -> Optional.ofNullable(given.get(name)));
    }
}
