package org.minbar.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.language.Sentence;

/**
 * What the house says, whole sentences in every language: {@code {tag}/site.properties}, {@code desk} and {@code mail}.
 * The three of a language share one set of keys. A folder on disk needs to hold only the sentences that differ.
 */
public final class Messages {

    static final List<String> BUNDLES = List.of("site", "desk", "mail");

    private final Cabinet cabinet;
    private final Languages languages;
    private final boolean strict;
    private final Map<String, Book> books = new ConcurrentHashMap<>();

    /** Running pages show the key of a sentence that nobody has written yet. */
    public Messages(Cabinet cabinet, Languages languages) {
        this(cabinet, languages, false);
    }

    private Messages(Cabinet cabinet, Languages languages, boolean strict) {
        this.cabinet = cabinet;
        this.languages = languages;
        this.strict = strict;
    }

    /** The same messages, where an unknown key is an error: for tests. */
    public Messages strict() {
        return new Messages(cabinet, languages, true);
    }

    public String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /**
     * The sentence of this key, or that of the nearest language that lends it, or the key itself.
     *
     * @param with what goes into the placeholders; texts are isolated, so that they keep their own direction
     * @throws NoSuchElementException from {@link #strict()} messages, where the language itself lacks the key
     */
    public String say(Language language, String key, Map<String, ?> with) {
        Optional<Sentence> own = find(language, key);
        if (own.isEmpty() && strict) {
            throw new NoSuchElementException("No message " + key + " in " + language.tag());
        }
        return own.or(() -> languages.fallbacks(language).stream()
                        .flatMap(lender -> find(lender, key).stream())
                        .findFirst())
                .map(sentence -> strict ? sentence.say(Map.copyOf(with)) : sayWithGaps(sentence, key, with))
                .orElse(key);
    }

    /** A page is worth more than a whole sentence on it: what wasn't given is three dots, a missing count the key. */
    private static String sayWithGaps(Sentence sentence, String key, Map<String, ?> with) {
        Map<String, Object> whole = new HashMap<>(with);
        sentence.placeholders().forEach(name -> whole.putIfAbsent(name, "…"));
        try {
            return sentence.say(whole);
        } catch (IllegalArgumentException uncountable) {
            return key;
        }
    }

    /** What a refusal says and, where it is known, what to do next: for the page that gives back what was typed. */
    public String say(Language language, Refusal refusal) {
        String sentence = say(language, refusal.messageKey(), refusal.details());
        return mend(language, refusal).map(mend -> sentence + " " + mend).orElse(sentence);
    }

    /** What to do next. */
    public Optional<String> mend(Language language, Refusal refusal) {
        String key = refusal.messageKey() + ".mend";
        return knows(language, key) ? Optional.of(say(language, key, refusal.details())) : Optional.empty();
    }

    /** A mark that moves when a translator changes anything. */
    public String mark() {
        return cabinet.mark();
    }

    public boolean knows(Language language, String key) {
        return book(language).patterns.containsKey(key);
    }

    /** Every key of this language, in order. */
    public Set<String> keys(Language language) {
        return new TreeSet<>(book(language).patterns.keySet());
    }

    private Optional<Sentence> find(Language language, String key) {
        Book book = book(language);
        String pattern = book.patterns.get(key);
        return pattern == null
                ? Optional.empty()
                : Optional.of(book.sentences.computeIfAbsent(key, each -> Sentence.parse(pattern, language)));
    }

    private Book book(Language language) {
        String mark = mark(language);
        Book book = books.get(language.tag());
        if (book == null || !book.mark.equals(mark)) {
            book = new Book(mark, read(language), new ConcurrentHashMap<>());
            books.put(language.tag(), book);
        }
        return book;
    }

    private String mark(Language language) {
        StringBuilder marks = new StringBuilder();
        BUNDLES.forEach(bundle -> marks.append(cabinet.mark(file(language, bundle))));
        return marks.toString();
    }

    private Map<String, String> read(Language language) {
        Map<String, String> patterns = new HashMap<>();
        for (String bundle : BUNDLES) {
            List<byte[]> files = new ArrayList<>(cabinet.readAll(file(language, bundle)));
            Collections.reverse(files);
            for (byte[] file : files) {
                properties(file).forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
            }
        }
        return patterns;
    }

    private static String file(Language language, String bundle) {
        return language.tag() + "/" + bundle + ".properties";
    }

    private static Properties properties(byte[] file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }

    /** One language's patterns as they were at this mark, and those of them that were parsed since. */
    private record Book(String mark, Map<String, String> patterns, Map<String, Sentence> sentences) {}
}
