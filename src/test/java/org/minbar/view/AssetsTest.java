package org.minbar.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    @TempDir
    private Path house;

    private Assets assets;

    @BeforeEach
    void a_house_with_two_themes() throws IOException {
        write("themes/base/theme.properties", "");
        write("themes/base/assets/fonts/naskh.woff2", "letters");
        write("themes/base/assets/css/site.css", "a{color:inherit}");
        write("themes/base/assets/secret.pem", "key");
        write("themes/gazette/theme.properties", "parent=base");
        write(
                "themes/gazette/assets/css/site.css",
                "@import \"parent:css/site.css\";\n@font-face{src:url(../fonts/naskh.woff2)}");
        write("secret.txt", "outside");
        write("themes/base/secret.txt", "outside assets");
        assets = new Assets(new Themes(Cabinet.folder(house.resolve("themes"))));
    }

    @Test
    void an_address_gives_what_it_names() {
        String address = assets.address("gazette", "fonts/naskh.woff2");
        assertThat(address).matches("/assets/gazette/[0-9a-f]{16}/fonts/naskh\\.woff2");
        assertThat(assets.at(address)).hasValueSatisfying(asset -> {
            assertThat(asset.type()).isEqualTo("font/woff2");
            assertThat(asset.bytes()).isEqualTo("letters".getBytes(StandardCharsets.UTF_8));
            assertThat(asset.fresh()).isTrue();
        });
    }

    @Test
    void a_changed_file_has_another_address_and_the_old_one_is_no_longer_fresh() throws IOException {
        String before = assets.address("base", "css/site.css");
        write("themes/base/assets/css/site.css", "a{color:currentcolor}");
        assertThat(assets.address("base", "css/site.css")).isNotEqualTo(before);
        assertThat(assets.at(before))
                .hasValueSatisfying(asset -> assertThat(asset.fresh()).isFalse());
    }

    @Test
    void a_sheet_takes_in_its_parent_and_names_its_faces_by_their_own_addresses() {
        byte[] sheet = assets.at(assets.address("gazette", "css/site.css"))
                .orElseThrow()
                .bytes();
        assertThat(new String(sheet, StandardCharsets.UTF_8))
                .contains("a{color:inherit}")
                .contains("url(\"" + assets.address("gazette", "fonts/naskh.woff2") + "\")")
                .doesNotContain("@import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/base/0123456789abcdef/../theme.properties",
                "/assets/base/0123456789abcdef/../secret.txt",
                "/assets/base/0123456789abcdef/../../../secret.txt",
                "/assets/base/0123456789abcdef/css/../../secret.txt",
                "/assets/base/0123456789abcdef//etc/passwd.txt",
                "/assets/base/0123456789abcdef/..\\secret.txt",
                "/assets/base/0123456789abcdef/css%2f..%2f..%2fsecret.txt",
                "/assets/base/0123456789abcdef/.hidden.css",
                "/assets/../0123456789abcdef/secret.txt",
                "/assets/base/0123456789abcdef/secret.pem",
                "/assets/base/0123456789abcdef/css",
                "/assets/nobody/0123456789abcdef/css/site.css",
                "/assets/base/short/css/site.css",
                ""
            })
    void nothing_outside_the_assets_can_be_reached(String address) {
        assertThat(assets.at(address)).isEmpty();
    }

    @Test
    void a_symbolic_link_leads_nowhere() throws IOException {
        Files.createSymbolicLink(house.resolve("themes/base/assets/css/link.css"), house.resolve("secret.txt"));
        assertThat(assets.at("/assets/base/0123456789abcdef/css/link.css")).isEmpty();
    }

    @Test
    void a_page_that_names_a_missing_asset_fails_by_its_name() {
        assertThatThrownBy(() -> assets.address("gazette", "css/none.css"))
                .hasMessageContaining("gazette")
                .hasMessageContaining("css/none.css");
    }

    private void write(String name, String text) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
