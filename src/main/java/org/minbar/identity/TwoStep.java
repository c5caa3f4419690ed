package org.minbar.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.minbar.language.Digits;
import org.minbar.language.Refusal;

/**
 * The second step of a person's sign-in: a code from her telephone, or one of ten recovery codes for the day on which
 * she has lost it. Each code is taken once; the version makes two who bring the same one at the same moment clash.
 */
@Entity
@Table(name = "two_step")
public class TwoStep {

    static final int RECOVERY_CODES = 10;

    /** Thirty-two signs that are not mistaken for one another; sixteen of them are 80 bits, so a plain hash is enough. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz123456789";

    @Id
    @Column(name = "person_id")
    private long personId;

    private String secret;

    private boolean confirmed;

    @Column(name = "last_step")
    private long lastStep;

    @ElementCollection
    @CollectionTable(name = "recovery_code", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "code_hash")
    private Set<String> recoveryCodes = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected TwoStep() {}

    TwoStep(Person person, OneTimeSecret secret) {
        this.personId = person.id();
        this.secret = secret.base32();
    }

    OneTimeSecret secret() {
        return new OneTimeSecret(secret);
    }

    /** Whether it is asked for; before, the person has a secret and has not shown that her telephone knows it. */
    boolean confirmed() {
        return confirmed;
    }

    /**
     * Turns it on.
     *
     * @return ten recovery codes, to be shown once; the house keeps their hashes
     * @throws Refusal when the code is not that of this half-minute
     */
    List<String> confirm(String typed, Clock clock, SecureRandom random) {
        if (confirmed || !acceptsCode(plain(typed), clock)) {
            throw new Refusal(Refusal.Reason.MALFORMED, "wrong-code", Map.of(), "code");
        }
        confirmed = true;
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = recoveryCode(random);
            codes.add(code);
            recoveryCodes.add(new Secret(plain(code)).hash());
        }
        return codes;
    }

    /** Whether this opens the door now; then it never does so again. */
    boolean accepts(String typed, Clock clock) {
        String plain = plain(typed);
        return confirmed && (acceptsCode(plain, clock) || recoveryCodes.remove(new Secret(plain).hash()));
    }

    int recoveryCodesLeft() {
        return recoveryCodes.size();
    }

    private boolean acceptsCode(String code, Clock clock) {
        OptionalLong step = new OneTimeSecret(secret).stepOf(code, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= lastStep) return false;
        lastStep = step.getAsLong();
        return true;
    }

    /** As it was meant: with whichever digits, in groups or not, in capitals or not. */
    private static String plain(String typed) {
        return Digits.latin(typed).replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]+", "").toLowerCase(Locale.ROOT);
    }

    private static String recoveryCode(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
