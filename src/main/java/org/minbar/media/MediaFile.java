package org.minbar.media;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Crop;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.FileType;
import org.minbar.darkroom.FocalPoint;
import org.minbar.darkroom.Form;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.text.Markup;

/**
 * A file of the library, uploaded once, with its words in every language: a picture, a document, a sound, a film, or
 * captions for one. Its bytes lie in the {@link PictureStore}.
 */
@Entity
@Table(name = "media_file")
public class MediaFile {

    static final int LONGEST_NAME = 300;
    static final int LONGEST_TERMS = 2_000;

    /** A week: time enough to find another picture. */
    public static final int DAYS_OF_WARNING = 7;

    private static final int STAMP = 12;

    /** What has been told of the end of its rights. */
    enum Told {
        NOTHING,
        ENDING,
        ENDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "media_file")
    @SequenceGenerator(name = "media_file", sequenceName = "media_file_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    private Form form;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private String name;

    @Column(name = "handed_in")
    private String handedIn;

    private String kept;

    private long bytes;

    private int width;

    private int height;

    private boolean transparent;

    private boolean animated;

    private String stamp = "";

    @Column(name = "focus_x")
    private double focusX = FocalPoint.CENTRE.x();

    @Column(name = "focus_y")
    private double focusY = FocalPoint.CENTRE.y();

    private boolean decorative;

    private boolean lacking;

    private @Nullable LocalDate taken;

    private String terms = "";

    private @Nullable LocalDate expires;

    @Enumerated(EnumType.STRING)
    @Column(name = "expiry_told")
    private Told expiryTold = Told.NOTHING;

    private boolean partners = true;

    @Column(name = "poster_id")
    private @Nullable Long poster;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "file_id", referencedColumnName = "id", insertable = false, updatable = false)
    @MapKey(name = "lang")
    private Map<String, SaidInLanguage> words = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "media_crop", joinColumns = @JoinColumn(name = "file_id"))
    @MapKeyColumn(name = "shape")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<Shape, HandCrop> crops = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "media_captions", joinColumns = @JoinColumn(name = "file_id"))
    @MapKeyColumn(name = "lang")
    @Column(name = "captions_id")
    private Map<String, Long> captions = new HashMap<>();

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "added_by")
    private long addedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected MediaFile() {}

    /**
     * What is kept of a file that was handed in.
     *
     * @param handedIn SHA-256 of the bytes that came, in hex
     * @param kept SHA-256 of the bytes that are kept, in hex: a picture is made anew
     * @param width in pixels; 0 for what is no picture
     */
    public record Bytes(
            FileType type,
            String handedIn,
            String kept,
            long length,
            int width,
            int height,
            boolean transparent,
            boolean animated) {}

    public MediaFile(String name, Bytes bytes, Caller by, Clock clock) {
        by.needs(Permission.WRITE);
        this.name = named(name);
        this.addedBy = by.id();
        this.addedAt = clock.instant();
        this.changedAt = addedAt;
        this.form = bytes.type().form();
        take(bytes);
    }

    /** A name for people to know it by: it is never part of a path. */
    private static String named(String name) {
        String line = Markup.cleanLine(name);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        // Whoever names a file gpj.exe behind a mark that turns the line gets to read what it is.
        String seen = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        return seen.length() > LONGEST_NAME ? seen.substring(0, LONGEST_NAME) : seen;
    }

    private void take(Bytes bytes) {
        type = bytes.type();
        handedIn = bytes.handedIn();
        kept = bytes.kept();
        this.bytes = bytes.length();
        width = bytes.width();
        height = bytes.height();
        transparent = bytes.transparent();
        animated = bytes.animated();
        restamp();
    }

    /** Puts other bytes in its place: the addresses that people know stay, the words too. */
    public FileReplaced replace(String newName, Bytes newBytes, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH);
        if (newBytes.type().form() != form) {
            throw new Refusal(
                    Refusal.Reason.CONFLICT,
                    "another-form",
                    Map.of("form", form, "other", newBytes.type().form()));
        }
        boolean samePicture = width * (long) newBytes.height() == height * (long) newBytes.width();
        name = named(newName);
        // What was chosen by hand was chosen in another picture.
        if (!samePicture) crops.clear();
        take(newBytes);
        changedAt = clock.instant();
        return new FileReplaced(by.id(), id, kept);
    }

    /** @param languages of the newsroom, in each of which words are wanted */
    public FileDescribed describe(String lang, FileWords said, Collection<Language> languages, Caller by, Clock clock) {
        by.needs(Permission.WRITE, lang);
        if (said.isEmpty()) words.remove(lang);
        else words.computeIfAbsent(lang, tag -> new SaidInLanguage(id, tag)).take(said);
        changedAt = clock.instant();
        reckon(languages);
        return new FileDescribed(by.id(), id, lang);
    }

    /** @param decorative whether it tells nothing, so that it needs no words */
    public void facts(
            Optional<LocalDate> takenOn, boolean isDecorative, Collection<Language> languages, Caller by, Clock clock) {
        by.needs(Permission.WRITE);
        taken = takenOn.orElse(null);
        decorative = isDecorative;
        changedAt = clock.instant();
        reckon(languages);
    }

    private void reckon(Collection<Language> languages) {
        lacking = languages.stream().anyMatch(language -> !lacks(language).isEmpty());
    }

    /**
     * Where the eye goes, and the parts that were cut by hand.
     *
     * @param cut shapes that are missing are cut around the focal point
     */
    public FileFramed frame(FocalPoint focus, Map<Shape, Crop> cut, Caller by, Clock clock) {
        by.needs(Permission.WRITE);
        focusX = focus.x();
        focusY = focus.y();
        crops.clear();
        cut.forEach((shape, crop) -> crops.put(shape, new HandCrop(crop)));
        changedAt = clock.instant();
        restamp();
        return new FileFramed(by.id(), id);
    }

    /**
     * @param ends the last day on which it may be shown
     * @param forPartners whether partner sites may have it
     */
    public FileLicensed license(
            String newTerms, Optional<LocalDate> ends, boolean forPartners, Caller by, Clock clock) {
        by.needs(Permission.PUBLISH);
        String told = newTerms.replace("\r", "").replace("\0", "").strip();
        if (told.length() > LONGEST_TERMS) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "too-long", Map.of("field", "terms", "longest", LONGEST_TERMS), "terms");
        }
        if (!ends.equals(expires())) expiryTold = Told.NOTHING;
        terms = told;
        expires = ends.orElse(null);
        partners = forPartners;
        changedAt = clock.instant();
        return new FileLicensed(by.id(), id, expires(), forPartners);
    }

    /** What stands for a sound or a film before it plays, and its captions by language. */
    public void capsule(Optional<MediaFile> picture, Map<String, MediaFile> captionsByLang, Caller by, Clock clock) {
        by.needs(Permission.WRITE);
        poster = picture.filter(file -> file.form == Form.PICTURE)
                .map(MediaFile::id)
                .orElse(null);
        captions.clear();
        captionsByLang.forEach((lang, file) -> {
            if (file.form == Form.CAPTIONS) captions.put(lang, file.id());
        });
        changedAt = clock.instant();
    }

    /** Tells, once each, that its rights end soon and that they have ended. */
    Optional<RightsHappening> tellExpiry(LocalDate today) {
        if (expires == null || expiryTold == Told.ENDED) return Optional.empty();
        if (isExpired(today)) {
            expiryTold = Told.ENDED;
            return Optional.of(new RightsHappening.RightsEnded(id, expires));
        }
        if (expiryTold == Told.NOTHING && isExpiring(today)) {
            expiryTold = Told.ENDING;
            return Optional.of(new RightsHappening.RightsEnding(id, expires));
        }
        return Optional.empty();
    }

    /** Whether it may no longer be shown. */
    public boolean isExpired(LocalDate today) {
        return expires != null && today.isAfter(expires);
    }

    /** Whether it may be shown for a week at most. */
    public boolean isExpiring(LocalDate today) {
        return expires != null
                && !isExpired(today)
                && !today.plusDays(DAYS_OF_WARNING).isBefore(expires);
    }

    /** What is to be written in this language before it may be published: {@code alt}, {@code credit}, or nothing. */
    public List<String> lacks(Language language) {
        if (decorative || form == Form.CAPTIONS) return List.of();
        FileWords said = words(language.tag());
        return Stream.of(
                        form == Form.PICTURE && said.alt().isEmpty() ? "alt" : "",
                        form != Form.DOCUMENT && said.credit().isEmpty() ? "credit" : "")
                .filter(field -> !field.isEmpty())
                .toList();
    }

    /** Everything that a rendition depends on, in twelve hexadecimal digits. */
    private void restamp() {
        String all = kept + focusX + "," + focusY
                + new TreeMap<>(crops)
                        .entrySet().stream()
                                .map(entry -> entry.getKey().address()
                                        + entry.getValue().crop())
                                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            stamp = HexFormat.of().formatHex(digest).substring(0, STAMP);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public long id() {
        return id;
    }

    public Form form() {
        return form;
    }

    public FileType type() {
        return type;
    }

    public boolean isPicture() {
        return form == Form.PICTURE;
    }

    /** As it was called where it came from: one line, no path. */
    public String name() {
        return name;
    }

    public String handedIn() {
        return handedIn;
    }

    /** SHA-256 of what is kept, in hex. */
    public String kept() {
        return kept;
    }

    public long bytes() {
        return bytes;
    }

    /** In pixels, upright. Only a picture has them. */
    public Dimensions dimensions() {
        return new Dimensions(width, height);
    }

    /** In pixels; 0 where it is no picture. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean isTransparent() {
        return transparent;
    }

    public boolean wasAnimated() {
        return animated;
    }

    public String stamp() {
        return stamp;
    }

    public FocalPoint focus() {
        return new FocalPoint(focusX, focusY);
    }

    public Map<Shape, Crop> crops() {
        Map<Shape, Crop> all = new EnumMap<>(Shape.class);
        crops.forEach((shape, crop) -> all.put(shape, crop.crop()));
        return all;
    }

    public boolean isDecorative() {
        return decorative;
    }

    public Optional<LocalDate> taken() {
        return Optional.ofNullable(taken);
    }

    /** How it may be used, in the words of whoever gave it. */
    public String terms() {
        return terms;
    }

    /** The last day on which it may be shown. */
    public Optional<LocalDate> expires() {
        return Optional.ofNullable(expires);
    }

    public boolean isForPartners() {
        return partners;
    }

    public Optional<Long> poster() {
        return Optional.ofNullable(poster);
    }

    /** The files of its captions, by language tag. */
    public Map<String, Long> captions() {
        return Map.copyOf(captions);
    }

    public FileWords words(String lang) {
        return Optional.ofNullable(words.get(lang)).map(SaidInLanguage::words).orElse(FileWords.NONE);
    }

    /** By language tag. */
    public Map<String, FileWords> words() {
        return words.values().stream().collect(Collectors.toMap(SaidInLanguage::lang, SaidInLanguage::words));
    }

    public Instant addedAt() {
        return addedAt;
    }

    public long addedBy() {
        return addedBy;
    }

    public long version() {
        return version;
    }

    /** Where its bytes lie. */
    public String key() {
        return keyOf(kept);
    }

    static String keyOf(String kept) {
        return "files/" + kept.substring(0, 2) + "/" + kept.substring(2, 4) + "/" + kept;
    }

    /** The prints of this picture as it is framed now. */
    public String printsKey() {
        return printsKey(id, stamp);
    }

    static String printsKey(long id, String stamp) {
        return PictureStore.PRINTS + id + "/" + stamp + "/";
    }

    /** The path of a print, which may be kept for ever. */
    public String path(Print print) {
        return "/media/" + id + "/" + print.shape().address() + "-" + print.width() + "-" + stamp + "."
                + print.format().type().extension();
    }

    /** The path of a document, a sound or a film, which may be kept for ever. */
    public String path() {
        return "/media/" + id + "/original-" + stamp + "." + type.extension();
    }
}
