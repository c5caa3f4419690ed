package org.minbar.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a person's telephone and the house both know, and the six digits that follow from it and from the time: RFC 6238
 * (TOTP) over RFC 4226 (HOTP), with SHA-1, 30 seconds and 6 digits, which is what every authenticator takes.
 *
 * @param base32 RFC 4648 Base32, without padding
 */
record OneTimeSecret(String base32) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;
    private static final int A_MILLION = 1_000_000;

    /** 160 bits, as RFC 4226 (4, R6) recommends: 32 letters and digits. */
    static OneTimeSecret fresh(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 32; i++) letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new OneTimeSecret(letters.toString());
    }

    /**
     * The half-minute in which this code is right: the present one, the one before or the one after, because telephones
     * and servers do not quite agree on the time and people type slowly. Empty for a wrong code.
     */
    OptionalLong stepOf(String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            byte[] right = code(step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8))) found = OptionalLong.of(step);
        }
        return found;
    }

    /** RFC 4226, 5.3: four bytes from a place that the hash itself names, their first bit dropped. */
    String code(long step) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int place = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash, place, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % A_MILLION);
    }

    /** The address that an authenticator reads from the picture: {@code otpauth://totp/Minbar:amina@…?secret=…}. */
    String address(String newspaper, String email) {
        return "otpauth://totp/" + encoded(newspaper) + ":" + encoded(email) + "?secret=" + base32 + "&issuer="
                + encoded(newspaper) + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /** In fours, as people type it where no camera helps. */
    String inFours() {
        return base32.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private byte[] hash(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    private byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
