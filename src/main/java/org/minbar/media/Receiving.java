package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Refusal;

/**
 * Takes files in part by part. The parts lie in the picture store, so that any node can go on where another stopped, and
 * what was acknowledged survives.
 */
@ApplicationScoped
public class Receiving {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 18;

    /** A part is at most so large; a client may send less. */
    public static final long LARGEST_PART = 8L << 20;

    @Inject
    private Arrivals arrivals;

    @Inject
    private PictureStore store;

    @Inject
    private Workbench bench;

    @Inject
    private Clock clock;

    protected Receiving() {}

    @Transactional
    public Arrival begin(String name, long length, Caller by) {
        by.needs(Permission.WRITE);
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return arrivals.add(new Arrival(HexFormat.of().formatHex(random), name, length, by, clock), by);
    }

    /**
     * How it stands with a file that is on its way.
     *
     * @throws Refusal {@code no-such-arrival}
     */
    @Transactional
    public Arrival standing(String id, Caller by) {
        return arrivals.get(id, by);
    }

    /** What comes over the line now, on the workbench. Where the line breaks in the middle, that is what came before. */
    public Workbench.Sheet part(InputStream bytes) {
        Workbench.Sheet part = bench.sheet();
        try {
            copy(bytes, part.path());
            return part;
        } catch (RuntimeException refused) {
            part.close();
            throw refused;
        }
    }

    private static void copy(InputStream bytes, Path part) {
        byte[] buffer = new byte[64 << 10];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(part)) {
            while (length < LARGEST_PART) {
                int read;
                try {
                    read = bytes.read(buffer, 0, (int) Math.min(buffer.length, LARGEST_PART - length));
                } catch (IOException lineBroke) {
                    break;
                }
                if (read < 0) break;
                out.write(buffer, 0, read);
                length += read;
            }
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    /**
     * Keeps the part that begins at this byte.
     *
     * @return how many bytes the house has now
     */
    @Transactional
    public long keep(String id, long from, Workbench.Sheet part, Caller by) {
        Arrival arrival = arrivals.getToChange(id, by);
        arrival.mustContinue(from);
        long length = part.length();
        if (length == 0) return arrival.received();
        String key = arrival.key(arrival.parts());
        arrival.receive(from, length, clock);
        store.put(key, part.path(), part.sha256());
        return arrival.received();
    }

    /**
     * The whole file, put together on the workbench.
     *
     * @throws Refusal {@code not-whole}
     */
    public Workbench.Sheet whole(Arrival arrival) {
        if (!arrival.isWhole()) throw new Refusal(Refusal.Reason.CONFLICT, "not-whole");
        Workbench.Sheet whole = bench.sheet();
        try (OutputStream out = Files.newOutputStream(whole.path())) {
            for (int part = 0; part < arrival.parts(); part++) append(arrival.key(part), out);
            return whole;
        } catch (IOException full) {
            whole.close();
            throw Workbench.full(full);
        } catch (RuntimeException refused) {
            whole.close();
            throw refused;
        }
    }

    private void append(String key, OutputStream out) throws IOException {
        try (PictureStore.Opened part =
                store.open(key).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-arrival"))) {
            part.bytes().transferTo(out);
        }
    }

    /** Gives it up, or is done with it. */
    @Transactional
    public void forget(String id, Caller by) {
        arrivals.find(id, by).ifPresent(this::forget);
    }

    /** Gives up what nobody has sent anything for since yesterday; answers how many those were. */
    @Transactional
    public int forgetOld(int limit) {
        List<Arrival> forgotten = arrivals.forgotten(limit);
        forgotten.forEach(this::forget);
        return forgotten.size();
    }

    private void forget(Arrival arrival) {
        arrivals.remove(arrival);
        for (int part = 0; part < arrival.parts(); part++) store.delete(arrival.key(part));
    }
}
