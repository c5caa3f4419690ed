package org.minbar.media;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.minbar.identity.Caller;
import org.minbar.language.Refusal;

/** A file on its way in, part by part: whoever loses the connection goes on where the house has it up to. */
@Entity
@Table(name = "media_arrival")
public class Arrival {

    /** Nothing that the library takes is larger. */
    public static final long LARGEST = 2L << 30;

    private static final int MOST_PARTS = 100_000;

    @Id
    private String id;

    @jakarta.persistence.Column(name = "person_id")
    private long person;

    private String name;

    private long length;

    private long received;

    private int parts;

    private Instant begun;

    private Instant touched;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Arrival() {}

    /**
     * @param id that nobody can guess
     * @param length bytes in all
     */
    Arrival(String id, String name, long length, Caller by, Clock clock) {
        if (length < 1 || length > LARGEST) throw tooLarge(length, LARGEST);
        this.id = id;
        this.person = by.id();
        this.name = name.length() > MediaFile.LONGEST_NAME ? name.substring(0, MediaFile.LONGEST_NAME) : name;
        this.length = length;
        this.begun = clock.instant();
        this.touched = begun;
    }

    static Refusal tooLarge(long bytes, long most) {
        return new Refusal(
                Refusal.Reason.TOO_LARGE, "file-too-large", Map.of("megabytes", bytes >> 20, "most", most >> 20));
    }

    /** @throws Refusal {@code offset-differs} where the part does not begin where the last one ended */
    void receive(long from, long bytes, Clock clock) {
        mustContinue(from);
        if (from + bytes > length || parts >= MOST_PARTS) throw tooLarge(from + bytes, length);
        received += bytes;
        parts++;
        touched = clock.instant();
    }

    /** @throws Refusal {@code offset-differs} with what the house has */
    public void mustContinue(long from) {
        if (from != received) {
            throw new Refusal(Refusal.Reason.CONFLICT, "offset-differs", Map.of("received", received));
        }
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Bytes in all. */
    public long length() {
        return length;
    }

    /** Bytes that the house has. */
    public long received() {
        return received;
    }

    public boolean isWhole() {
        return received == length;
    }

    boolean isOf(Caller caller) {
        return person == caller.id();
    }

    int parts() {
        return parts;
    }

    String key(int part) {
        return "arriving/" + id + "/" + part;
    }
}
