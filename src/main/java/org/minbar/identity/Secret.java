package org.minbar.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that are shown once, in a cookie or as a token; the house keeps only their SHA-256. */
record Secret(String clear) {

    static Secret fresh(String prefix, SecureRandom random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** 64 hexadecimal digits. A plain hash is enough: 256 random bits cannot be guessed from a list. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(clear.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
