package org.minbar.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Map;
import org.minbar.language.Refusal;

/**
 * A password that somebody has chosen, on its way to becoming a hash. Argon2id with 19 MiB and two passes: the
 * smallest setting that the OWASP password storage cheat sheet recommends, so that a sign-in fits a small heap.
 */
public final class Password {

    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /**
     * Compared against when nobody has the e-mail address, so that the answer takes as long as for a real person. The
     * password of this hash is not known to anybody; nobody has it.
     */
    private static final String NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1"
            + "$lxh4WO6NyZjsmWuzGen0dKg/aWynR5oraTxuHD602bpcXmS956qNJ6WnroFUQAMHeYZojzYf2D9ULa0L25zq6Q"
            + "$fv/TOCz7p8CBlxmzsrUeOT9vGSKV5jsv23bZMLUWS+M";

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final String clear;

    private Password(String clear) {
        this.clear = clear;
    }

    /** @throws Refusal when it is shorter than 10 or longer than 200 characters; nothing else is asked of it */
    public static Password chosen(String clear) {
        if (clear.length() < SHORTEST || clear.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "bad-password",
                    Map.of("shortest", SHORTEST, "longest", LONGEST),
                    "password");
        }
        return new Password(clear);
    }

    /** Twenty letters and digits that are not mistaken for one another: about 115 bits. */
    public static Password random(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 20; i++) letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return new Password(letters.toString());
    }

    /** To be shown once, to the one whose it is. */
    public String reveal() {
        return clear;
    }

    String hash() {
        return com.password4j.Password.hash(clear).addRandomSalt().with(ARGON2).getResult();
    }

    static boolean matches(String clear, String hash) {
        return clear.length() <= LONGEST
                && com.password4j.Password.check(clear, hash).with(ARGON2);
    }

    static void pretendToMatch(String clear) {
        matches(clear, NOBODYS_HASH);
    }
}
