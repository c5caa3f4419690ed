package org.minbar.darkroom;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sender wrote into a picture's file: IPTC first, since agencies still fill it in, then XMP, then Exif. Nobody has
 * checked it, so whatever can't be read is left out and refuses nothing.
 */
final class Offering {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final int LONGEST = 2_000;
    private static final Pattern DAY = Pattern.compile("^(\\d{4})[:/-]?(\\d{2})[:/-]?(\\d{2})(?!\\d{7})");
    // Signs that turn the reading direction are no words, and would turn what is written around them.
    private static final Pattern NOISE =
            Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private final Metadata metadata = new Metadata();

    Offering(Head head) {
        read(head);
    }

    private void read(Head head) {
        attempt(() -> {
            if (head.exif.length > 0) new ExifReader().extract(new ByteArrayReader(head.exif), metadata, 0);
        });
        attempt(() -> {
            if (head.photoshop.length > 0) {
                new PhotoshopReader()
                        .extract(new SequentialByteArrayReader(head.photoshop), head.photoshop.length, metadata);
            }
        });
        attempt(() -> {
            // No honest XMP declares a document type; what it could declare are entities without end.
            boolean declares = new String(head.xmp, StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .contains("<!DOCTYPE");
            if (head.xmp.length > 0 && !declares) new XmpReader().extract(head.xmp, metadata);
        });
    }

    private static void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException unreadable) {
            // Then it offers nothing.
        }
    }

    /** 1 to 8 as in Exif; 1, upright, where it doesn't say. */
    int orientation() {
        Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer orientation = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }

    Offered offered() {
        return new Offered(
                first(
                        iptc(IptcDirectory.TAG_CAPTION),
                        localized("description"),
                        exif(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION)),
                joined(" / ", author(), first(iptc(IptcDirectory.TAG_CREDIT), photoshop("Credit"))),
                first(
                        iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE),
                        localized("rights"),
                        exif(ExifDirectoryBase.TAG_COPYRIGHT)),
                place(),
                taken());
    }

    private Optional<String> author() {
        return first(iptc(IptcDirectory.TAG_BY_LINE), array("creator"), exif(ExifDirectoryBase.TAG_ARTIST));
    }

    private Optional<String> place() {
        Optional<String> city = first(iptc(IptcDirectory.TAG_CITY), photoshop("City"));
        Optional<String> country =
                first(iptc(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME), photoshop("Country"));
        boolean arabic = city.or(() -> country)
                .filter(name -> Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.ARABIC)
                .isPresent();
        return joined(arabic ? "، " : ", ", city, country);
    }

    private Optional<LocalDate> taken() {
        Directory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        return first(
                        tidy(value(camera, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)),
                        iptc(IptcDirectory.TAG_DATE_CREATED),
                        photoshop("DateCreated"))
                .flatMap(Offering::day);
    }

    private static Optional<LocalDate> day(String written) {
        Matcher day = DAY.matcher(written);
        if (!day.find()) return Optional.empty();
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            // A camera whose clock was never set says the year 0000; photography is younger than 1826.
            return date.getYear() < 1826 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... sources) {
        for (Optional<String> source : sources) if (source.isPresent()) return source;
        return Optional.empty();
    }

    @SafeVarargs
    private static Optional<String> joined(String by, Optional<String>... parts) {
        Set<String> said = new LinkedHashSet<>();
        for (Optional<String> part : parts) part.ifPresent(said::add);
        return tidy(String.join(by, said));
    }

    private Optional<String> iptc(int tag) {
        return tidy(value(metadata.getFirstDirectoryOfType(IptcDirectory.class), tag));
    }

    private Optional<String> exif(int tag) {
        return tidy(value(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class), tag));
    }

    private static @Nullable String value(@Nullable Directory directory, int tag) {
        Object value = directory == null ? null : directory.getObject(tag);
        if (value instanceof StringValue[] several) {
            Set<String> all = new LinkedHashSet<>();
            for (StringValue each : several) all.add(text(each).trim());
            return String.join(", ", all);
        }
        if (value instanceof String[] several) return String.join(", ", several);
        if (value instanceof StringValue single) return text(single);
        return value instanceof String text ? text : null;
    }

    /**
     * UTF-8 where it can be; else what Windows in Morocco would have written. In Arabic of windows-1256 nearly all letters
     * have the high bit, in French of windows-1252 only those with an accent.
     */
    private static String text(StringValue value) {
        byte[] bytes = value.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            int high = 0;
            int latin = 0;
            for (byte each : bytes) {
                if (each < 0) high++;
                else if (Character.isLetter(each)) latin++;
            }
            String charset = high > latin ? "windows-1256" : "windows-1252";
            return new String(
                    bytes, Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.ISO_8859_1);
        }
    }

    private Optional<String> photoshop(String name) {
        return xmp(meta -> meta.getProperty(PHOTOSHOP, name));
    }

    private Optional<String> array(String name) {
        return xmp(meta -> meta.getArrayItem(DC, name, 1));
    }

    private Optional<String> localized(String name) {
        return xmp(meta -> meta.getLocalizedText(DC, name, null, "x-default"));
    }

    @FunctionalInterface
    private interface Question {
        @Nullable
        XMPProperty ask(XMPMeta meta) throws XMPException;
    }

    private Optional<String> xmp(Question question) {
        XmpDirectory directory = metadata.getFirstDirectoryOfType(XmpDirectory.class);
        if (directory == null) return Optional.empty();
        try {
            XMPProperty property = question.ask(directory.getXMPMeta());
            return tidy(property == null ? null : property.getValue());
        } catch (XMPException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> tidy(@Nullable String words) {
        if (words == null) return Optional.empty();
        String text = SPACE.matcher(NOISE.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
