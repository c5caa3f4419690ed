package org.minbar.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A way to hand a story on: an ordinary link, which asks nothing of anybody before it is followed.
 *
 * @param way {@code mail}, {@code whatsapp}, {@code telegram}, {@code x} or {@code facebook}: the message
 *     {@code share.mail} names it
 * @param url where it leads
 */
public record Share(String way, String url) {

    private enum Way {
        MAIL("mailto:?subject=%1$s&body=%2$s"),
        WHATSAPP("https://wa.me/?text=%1$s%%20%2$s"),
        TELEGRAM("https://t.me/share/url?url=%2$s&text=%1$s"),
        X("https://x.com/intent/post?text=%1$s&url=%2$s"),
        FACEBOOK("https://www.facebook.com/sharer/sharer.php?u=%2$s");

        final String pattern;

        Way(String pattern) {
            this.pattern = pattern;
        }
    }

    /** Every way, for the story of this headline at this short address. */
    static List<Share> all(String headline, String address) {
        return Arrays.stream(Way.values())
                .map(way -> new Share(
                        way.name().toLowerCase(Locale.ROOT),
                        String.format(Locale.ROOT, way.pattern, encoded(headline), encoded(address))))
                .toList();
    }

    /** A mail reader takes a plus for a plus (RFC 6068). */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
