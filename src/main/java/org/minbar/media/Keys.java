package org.minbar.media;

import java.util.regex.Pattern;

/** What a key may be. */
final class Keys {

    private static final Pattern SEGMENTS = Pattern.compile("[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*");
    private static final int LONGEST = 200;

    private Keys() {}

    static boolean isKey(String text) {
        return text.length() <= LONGEST
                && !text.contains("..")
                && SEGMENTS.matcher(text).matches();
    }

    static String checked(String key) {
        if (!isKey(key)) throw new IllegalArgumentException("not a key: " + key);
        return key;
    }

    /** A key, or the beginning of one that ends anywhere. */
    static String checkedPrefix(String prefix) {
        if (!prefix.isEmpty() && !isKey(prefix.endsWith("/") ? prefix + "x" : prefix)) {
            throw new IllegalArgumentException("not the beginning of a key: " + prefix);
        }
        return prefix;
    }
}
