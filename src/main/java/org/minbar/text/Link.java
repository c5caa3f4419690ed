package org.minbar.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses a link may lead to, and their one spelling. */
final class Link {

    private static final int LONGEST = 2048;

    /** RFC 3986, 3.1. */
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$");

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> OTHERS = Set.of("mailto", "tel");

    /** An authority: no user in front of an @, which is how an address is made to look like another's. */
    private static final Pattern HOST = Pattern.compile("^//([^/?#@\\\\]+)(?:[/?#].*)?$");

    /** Pages that only forward to the address which they carry; pasted text is full of them. */
    private static final Pattern FORWARDER = Pattern.compile(
            "^https?://(?:lm?\\.facebook\\.com/l\\.php|(?:www\\.)?google\\.com/url)\\?(?:.*&)?(?:u|q|url)=(https?%3A[^&#]+|https?:[^&#]+).*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FOLLOWED = Pattern.compile("([?&])fbclid=[^&#]*&?", Pattern.CASE_INSENSITIVE);

    private Link() {}

    /** The address as it may stand in a page, or empty where it may not. */
    static Optional<String> clean(String written) {
        String address = spelt(written);
        Matcher forwarder = FORWARDER.matcher(address);
        while (address.length() <= LONGEST && forwarder.matches()) {
            address = spelt(decoded(forwarder.group(1)));
            forwarder = FORWARDER.matcher(address);
        }
        if (address.isEmpty() || address.length() > LONGEST || address.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        if (address.startsWith("//")) {
            return web("https", address);
        }
        if (address.startsWith("/")) {
            return Optional.of(address);
        }
        if (address.regionMatches(true, 0, "www.", 0, 4)) {
            return web("https", "//" + address);
        }
        Matcher scheme = SCHEME.matcher(address);
        if (!scheme.matches()) {
            return Optional.empty();
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        String rest = scheme.group(2);
        if (WEB.contains(name)) {
            return web(name, rest);
        }
        return OTHERS.contains(name) && !rest.isEmpty() && rest.length() + name.length() < LONGEST
                ? Optional.of(name + ":" + rest)
                : Optional.empty();
    }

    private static Optional<String> web(String scheme, String rest) {
        String address = scheme + ":" + rest;
        return HOST.matcher(rest).matches() && address.length() <= LONGEST ? Optional.of(address) : Optional.empty();
    }

    /**
     * What a browser would drop is dropped (it reads {@code java\tscript:} as one word), what cannot be seen too, and
     * what could end an attribute is written in percent.
     */
    private static String spelt(String written) {
        StringBuilder address = new StringBuilder(Math.min(written.length(), LONGEST + 1));
        String composed = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        composed.codePoints().limit(LONGEST + 1L).forEach(c -> {
            if (c == ' ') {
                address.append("%20");
            } else if ("\"'<>`{}|^".indexOf(c) >= 0) {
                address.append('%').append(String.format(Locale.ROOT, "%02X", c));
            } else if (c > ' '
                    && !Letters.unseen(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.FORMAT) {
                address.appendCodePoint(c);
            }
        });
        return unfollowed(Normalizer.normalize(address, Normalizer.Form.NFC));
    }

    private static String unfollowed(String address) {
        String shorter = address;
        Matcher followed = FOLLOWED.matcher(shorter);
        while (followed.find()) {
            shorter = shorter.substring(0, followed.start()) + followed.group(1) + shorter.substring(followed.end());
            followed = FOLLOWED.matcher(shorter);
        }
        return shorter.equals(address) ? address : shorter.replaceFirst("[?&](?=#|$)", "");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notPercent) {
            return "";
        }
    }
}
