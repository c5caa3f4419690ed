package org.minbar.language;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The languages of the house, for the tests of this room. */
final class Tongues {

    static final Languages HOUSE = Languages.read(Path.of("i18n"));
    static final Language AR = HOUSE.get("ar");
    static final Language FR = HOUSE.get("fr");
    static final Language EN = HOUSE.get("en");

    private Tongues() {}

    static Properties records() {
        try (Reader reader = Files.newBufferedReader(Path.of("i18n", "languages.properties"))) {
            return properties(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of the house with some lines changed; {@code key=} takes a key away. */
    static Properties recordsWith(String lines) {
        Properties records = records();
        properties(lines).forEach((key, value) -> {
            if (value.equals("")) {
                records.remove(key);
            } else {
                records.put(key, value);
            }
        });
        return records;
    }

    static Properties properties(String lines) {
        try {
            return properties(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return properties;
    }
}
