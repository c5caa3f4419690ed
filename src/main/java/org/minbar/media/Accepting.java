package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.FileType;
import org.minbar.darkroom.Form;
import org.minbar.darkroom.Negative;
import org.minbar.darkroom.Offered;
import org.minbar.darkroom.Sniffing;
import org.minbar.documents.DocumentText;
import org.minbar.documents.Extract;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.journal.Journal;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;

/**
 * Takes a file into the library: finds out what it is, makes a picture anew without what its camera wrote into it, reads
 * a document, and puts the bytes into the store before the library knows of them. What fails on the way leaves nothing.
 */
@ApplicationScoped
public class Accepting {

    /** Bytes. A film is the largest thing that a newsroom without a server of films should put on its pages. */
    private static final Map<Form, Long> MOST = new EnumMap<>(Map.of(
            Form.PICTURE, 60L << 20,
            Form.DOCUMENT, 60L << 20,
            Form.SOUND, 300L << 20,
            Form.FILM, 2L << 30,
            Form.CAPTIONS, 2L << 20));

    private static final long PATIENCE_SECONDS = 20;

    @Inject
    private MediaFiles files;

    @Inject
    private PictureStore store;

    @Inject
    private Quota quota;

    @Inject
    private Workbench bench;

    @Inject
    private Darkroom darkroom;

    @Inject
    private Journal journal;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    private final Sniffing sniffing = new Sniffing();
    private final Semaphore readingLamp = new Semaphore(1, true);

    protected Accepting() {}

    /** @param known whether the library had it already */
    public record Accepted(MediaFile file, boolean known) {}

    /** What comes over the line in one piece, on the workbench. */
    public Workbench.Sheet incoming(InputStream bytes) {
        Workbench.Sheet sheet = bench.sheet();
        try {
            Files.copy(new Limited(bytes, Arrival.LARGEST), sheet.path(), StandardCopyOption.REPLACE_EXISTING);
            return sheet;
        } catch (IOException full) {
            sheet.close();
            throw Workbench.full(full);
        } catch (RuntimeException refused) {
            sheet.close();
            throw refused;
        }
    }

    /**
     * Looks at a file and makes ready what is kept of it. Takes up to a second or two, and no transaction.
     *
     * @throws Refusal that says what is wrong with it
     */
    public Taken look(Workbench.Sheet incoming, String name) {
        FileType type = sniffed(incoming);
        long length = incoming.length();
        long most = MOST.getOrDefault(type.form(), 0L);
        if (length > most) throw Arrival.tooLarge(length, most);
        String handedIn = incoming.sha256();
        Workbench.Sheet kept = bench.sheet();
        try {
            return switch (type.form()) {
                case PICTURE -> picture(name, incoming, type, handedIn, kept);
                case DOCUMENT -> document(name, incoming, type, handedIn, kept);
                case SOUND, FILM, CAPTIONS -> asItIs(name, incoming, type, handedIn, kept);
            };
        } catch (RuntimeException refused) {
            kept.close();
            throw refused;
        }
    }

    private FileType sniffed(Workbench.Sheet incoming) {
        try {
            return sniffing.sniff(incoming.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taken picture(String name, Workbench.Sheet incoming, FileType type, String handedIn, Workbench.Sheet kept) {
        Negative negative = developed(incoming, type, kept);
        return new Taken(
                name,
                new MediaFile.Bytes(
                        negative.type(),
                        handedIn,
                        kept.sha256(),
                        kept.length(),
                        negative.width(),
                        negative.height(),
                        negative.transparent(),
                        negative.animated()),
                kept,
                negative.offered(),
                Optional.empty());
    }

    private Negative developed(Workbench.Sheet incoming, FileType type, Workbench.Sheet kept) {
        try {
            return darkroom.accept(incoming.path(), type, kept.path());
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    /** One at a time: a hostile one may need as much memory as all the rest of the house. */
    private Taken document(
            String name, Workbench.Sheet incoming, FileType type, String handedIn, Workbench.Sheet kept) {
        Extract extract =
                type == FileType.PDF ? DocumentText.ofPdf(incoming.path()) : DocumentText.ofDocx(incoming.path());
        copy(incoming, kept);
        return new Taken(name, plain(type, handedIn, kept), kept, Offered.NOTHING, Optional.of(extract));
    }

    private Extract extract(Workbench.Sheet incoming, FileType type) {
        try {
            if (!readingLamp.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return type == FileType.PDF ? DocumentText.ofPdf(incoming.path()) : DocumentText.ofDocx(incoming.path());
        } finally {
            readingLamp.release();
        }
    }

    private static Refusal busy() {
        return new Refusal(Refusal.Reason.NOT_NOW, "darkroom-busy", Map.of("seconds", PATIENCE_SECONDS));
    }

    private static Taken asItIs(
            String name, Workbench.Sheet incoming, FileType type, String handedIn, Workbench.Sheet kept) {
        copy(incoming, kept);
        if (type == FileType.MP4 || type == FileType.M4A) Boxes.forgetWhere(kept.path());
        return new Taken(name, plain(type, handedIn, kept), kept, Offered.NOTHING, Optional.empty());
    }

    private static MediaFile.Bytes plain(FileType type, String handedIn, Workbench.Sheet kept) {
        return new MediaFile.Bytes(type, handedIn, kept.sha256(), kept.length(), 0, 0, false, false);
    }

    private static void copy(Workbench.Sheet from, Workbench.Sheet to) {
        try {
            Files.copy(from.path(), to.path(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    /**
     * Puts it into the library, once: of two who bring the same file at the same moment, the second gets the first's.
     *
     * @param spoken the language of whoever brings it, in which its own words are taken to be unless they run the other
     *     way
     */
    @Transactional
    public Accepted shelve(Taken taken, Language spoken, Caller by) {
        by.needs(Permission.WRITE);
        files.claim(taken.bytes().handedIn());
        Optional<MediaFile> known = files.known(taken.bytes().handedIn());
        if (known.isPresent()) return new Accepted(known.get(), true);
        keep(taken);
        MediaFile file = files.add(new MediaFile(taken.name(), taken.bytes(), by, clock));
        files.settle();
        Offered offered = taken.offered();
        file.facts(offered.taken(), false, languages.all(), by, clock);
        Language language = languages.written(
                offered.caption().or(offered::credit).or(offered::place).orElse(""), spoken);
        FileWords words = FileWords.of(
                "",
                cut(offered.caption().orElse(""), FileWords.LONGEST_CAPTION),
                cut(offered.credit().or(offered::copyright).orElse(""), FileWords.LONGEST_CREDIT),
                cut(offered.place().orElse(""), FileWords.LONGEST_PLACE),
                "");
        if (!words.isEmpty() && by.may(Permission.WRITE, language.tag())) {
            file.describe(language.tag(), words, languages.all(), by, clock);
        }
        taken.extract().ifPresent(extract -> files.keep(file, extract));
        files.catchwords(file);
        files.settle();
        journal.record(new FileAdded(by.id(), file.id(), file.form().name(), file.name()));
        return new Accepted(file, false);
    }

    /** Puts other bytes in a file's place. */
    @Transactional
    public MediaFile replace(long id, Taken taken, Caller by) {
        MediaFile file = files.getToChange(id);
        if (file.handedIn().equals(taken.bytes().handedIn())) return file;
        files.claim(taken.bytes().handedIn());
        Optional<MediaFile> known = files.known(taken.bytes().handedIn());
        if (known.isPresent()) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "file-known",
                    Map.of("id", known.get().id()));
        }
        keep(taken);
        journal.record(file.replace(taken.name(), taken.bytes(), by, clock));
        taken.extract().ifPresent(extract -> files.keep(file, extract));
        files.catchwords(file);
        return file;
    }

    private void keep(Taken taken) {
        Workbench.Sheet sheet = taken.sheet();
        if (sheet == null) throw new IllegalStateException("Nothing lies on the workbench");
        quota.mustHold(files.bytes() + taken.bytes().length());
        store.put(
                MediaFile.keyOf(taken.bytes().kept()),
                sheet.path(),
                taken.bytes().kept());
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
