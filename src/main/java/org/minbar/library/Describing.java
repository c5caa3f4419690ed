package org.minbar.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.Crop;
import org.minbar.darkroom.FocalPoint;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Caller;
import org.minbar.journal.Journal;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.media.Printing;
import org.minbar.media.Uses;

/** What people do with a file of the library, with all that moves along, within the caller's transaction. */
@ApplicationScoped
public class Describing {

    @Inject
    private MediaFiles files;

    @Inject
    private Uses uses;

    @Inject
    private Printing printing;

    @Inject
    private Journal journal;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    protected Describing() {}

    void words(MediaFile file, String lang, FileWords said, Caller by) {
        languages.get(lang);
        journal.record(file.describe(lang, said, languages.all(), by, clock));
        files.catchwords(file);
    }

    void facts(MediaFile file, Optional<LocalDate> taken, boolean decorative, Caller by) {
        file.facts(taken, decorative, languages.all(), by, clock);
    }

    void frame(MediaFile file, FocalPoint focus, Map<Shape, Crop> crops, Caller by) {
        String before = file.printsKey();
        journal.record(file.frame(focus, crops, by, clock));
        if (!before.equals(file.printsKey())) printing.forget(before);
    }

    void license(MediaFile file, String terms, Optional<LocalDate> expires, boolean partners, Caller by) {
        journal.record(file.license(terms, expires, partners, by, clock));
    }

    void capsule(MediaFile file, Optional<MediaFile> poster, Map<String, MediaFile> captions, Caller by) {
        file.capsule(poster, captions, by, clock);
    }

    /** @throws Refusal {@code file-in-use} as long as a story, a draft or a film has it */
    void remove(MediaFile file, Caller by) {
        if (!uses.of(file.id()).isEmpty() || uses.isWithin(file.id())) {
            throw new Refusal(Refusal.Reason.CONFLICT, "file-in-use");
        }
        journal.record(files.remove(file, by));
    }
}
