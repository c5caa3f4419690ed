package org.minbar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Pieces that are put into pages as they are sent. */
class InlaysTest {

    private final Inlays inlays = new Inlays();

    private String now(String name) {
        return new String(inlays.get(name).html(), StandardCharsets.UTF_8);
    }

    @Test
    void a_piece_has_a_version_that_moves_with_it() {
        assertThat(inlays.put("strip-ar", "سطر")).isTrue();
        String first = inlays.get("strip-ar").version();
        assertThat(inlays.put("strip-ar", "سطر")).isFalse();
        assertThat(inlays.get("strip-ar").version()).isEqualTo(first);
        assertThat(inlays.put("strip-ar", "سطران")).isTrue();
        assertThat(inlays.get("strip-ar").version()).isNotEqualTo(first);
        assertThat(now("strip-ar")).isEqualTo("سطران");
        assertThat(now("strip-fr")).isEmpty();
    }

    @Test
    void while_a_commit_is_not_seen_to_the_piece_is_printed_for_the_page_alone() {
        AtomicBoolean current = new AtomicBoolean(true);
        inlays.printedBy(current::get, name -> "as it is now, " + name);
        inlays.put("strip-fr", "as it was");
        assertThat(now("strip-fr")).isEqualTo("as it was");
        current.set(false);
        assertThat(now("strip-fr")).isEqualTo("as it is now, strip-fr");
        current.set(true);
        assertThat(now("strip-fr")).isEqualTo("as it was");
    }

    @Test
    void what_people_write_is_no_mark() {
        Matcher mark = Inlays.MARK.matcher("<p>&lt;!--inlay:strip-ar--&gt;</p><!--inlay:strip-ar-->");
        assertThat(mark.find()).isTrue();
        assertThat(mark.group(1)).isEqualTo("strip-ar");
        assertThat(mark.find()).isFalse();
    }
}
