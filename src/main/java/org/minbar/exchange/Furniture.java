package org.minbar.exchange;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The phrases that surround stories on news pages, read from {@code exchange/furniture.properties}. Those of every
 * language are known on every page: an Arabic site's comment form may well speak English.
 */
final class Furniture {

    private static final Pattern NUMBER = Pattern.compile("\\d+\\p{L}{0,3}\\d*");

    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> anywhere = new ArrayList<>();
    private final Map<String, Set<String>> bags = new HashMap<>();
    private final Map<String, List<Phrase>> lookUps = new HashMap<>();
    private final Map<String, RolePhrase> roles = new HashMap<>();
    private final Set<String> roleBeginnings = new HashSet<>();

    /** @param bare may stand before a name without a colon between: {@code By Amina} */
    record RolePhrase(ScrapedPage.Role role, String folded, boolean bare) {}

    private record Phrase(String as, Pattern pattern, String anchor, boolean colons, int weight) {
        boolean matches(String folded, String withColons) {
            String line = colons ? withColons : folded;
            return line.contains(anchor) && pattern.matcher(line + " ").matches();
        }
    }

    Furniture(Properties data) {
        new TreeMap<>(data).forEach((key, value) -> read(key.toString(), value.toString()));
        Comparator<Phrase> longestFirst =
                Comparator.comparingInt(Phrase::weight).reversed().thenComparing(Phrase::as);
        byFirstWord.values().forEach(phrases -> phrases.sort(longestFirst));
        anywhere.sort(longestFirst);
    }

    static Furniture shipped() {
        Properties data = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(
                        Furniture.class.getResourceAsStream("/exchange/furniture.properties"),
                        "exchange/furniture.properties is not in the archive"),
                StandardCharsets.UTF_8)) {
            data.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Furniture(data);
    }

    /** What a line is, if it says nothing but one of the phrases. */
    Optional<String> as(String folded, String withColons) {
        String known = whole.get(folded);
        if (known != null) {
            return Optional.of(known);
        }
        int space = folded.indexOf(' ');
        String first = space < 0 ? folded : folded.substring(0, space);
        for (List<Phrase> phrases : List.of(byFirstWord.getOrDefault(first, List.of()), anywhere)) {
            for (Phrase phrase : phrases) {
                if (phrase.matches(folded, withColons)) {
                    return Optional.of(phrase.as());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a line consists of this bag's words and of numbers, and of at least one word. */
    boolean only(String bag, String folded) {
        Set<String> words = bags.getOrDefault(bag, Set.of());
        boolean any = false;
        for (String word : folded.split(" ")) {
            if (words.contains(word)) {
                any = true;
            } else if (!NUMBER.matcher(word).matches()) {
                return false;
            }
        }
        return any;
    }

    boolean in(String bag, String foldedWord) {
        return bags.getOrDefault(bag, Set.of()).contains(foldedWord);
    }

    /** Whether a line is one of the phrases kept for this use. */
    boolean says(String use, String folded) {
        return lookUps.getOrDefault(use, List.of()).stream().anyMatch(phrase -> phrase.matches(folded, folded));
    }

    /** Starts as a report goes on: "وأضاف", "وقال", "وستعرض". No headline does. */
    boolean carriesOn(Strand strand) {
        String folded = strand.folded();
        int space = folded.indexOf(' ');
        return strand.is(Strand.Kind.TEXT)
                && space > 0
                && folded.charAt(0) == 'و'
                && (in("opens-paragraph", folded.substring(0, space)) || folded.matches("وس[يتن]\\p{L}{3,} .*"))
                && strand.words() >= 5;
    }

    /** The phrases of a use, folded; the longest first. */
    List<String> phrases(String use) {
        return lookUps.getOrDefault(use, List.of()).stream().map(Phrase::anchor).toList();
    }

    Optional<RolePhrase> role(String folded) {
        return Optional.ofNullable(roles.get(folded));
    }

    /** Whether a phrase that names a role starts with this word. */
    boolean opensRole(String foldedWord) {
        return roleBeginnings.contains(foldedWord);
    }

    private void read(String key, String value) {
        String[] parts = key.split("\\.");
        String use = parts[1];
        switch (parts[0]) {
            case "phrase" -> divided(value).forEach(phrase -> phrase(use, phrase));
            case "bag" -> words(use, value);
            case "word" -> {
                if (value.contains("|")) {
                    List<Phrase> phrases = lookUps.computeIfAbsent(use, any -> new ArrayList<>());
                    divided(value).forEach(phrase -> phrases.add(compiled(use, phrase)));
                    phrases.sort(Comparator.comparingInt(Phrase::weight).reversed());
                } else {
                    words(use, value);
                }
            }
            case "credit" -> {
                ScrapedPage.Role role = ScrapedPage.Role.valueOf(use.toUpperCase(Locale.ROOT));
                divided(value).forEach(phrase -> role(role, Folding.of(phrase), phrase.endsWith("+")));
            }
            default -> throw new IllegalArgumentException("furniture.properties: what is " + key + "?");
        }
    }

    private void role(ScrapedPage.Role role, String folded, boolean bare) {
        roles.merge(folded, new RolePhrase(role, folded, bare), (one, other) -> one.bare() ? one : other);
        roleBeginnings.add(folded.split(" ")[0]);
    }

    private void words(String use, String value) {
        Set<String> words = bags.computeIfAbsent(use, any -> new HashSet<>());
        for (String word : value.strip().split("\\s+")) {
            words.addAll(Arrays.asList(Folding.of(word).split(" ")));
        }
        words.remove("");
    }

    private void phrase(String as, String phrase) {
        if (phrase.chars().noneMatch(c -> c == '*' || c == '#' || c == ':')) {
            whole.put(Folding.of(phrase), as);
            return;
        }
        Phrase compiled = compiled(as, phrase);
        if (phrase.startsWith("*") || phrase.startsWith("#")) {
            anywhere.add(compiled);
        } else {
            String first = Folding.of(phrase.split("[*#:]")[0]).split(" ")[0];
            byFirstWord.computeIfAbsent(first, any -> new ArrayList<>()).add(compiled);
        }
    }

    private static Phrase compiled(String as, String phrase) {
        StringBuilder pattern = new StringBuilder();
        String longest = "";
        for (String piece : phrase.split("(?<=[*#:])|(?=[*#:])")) {
            String folded = Folding.of(piece);
            switch (piece) {
                case "*" -> pattern.append("(?:.* )?");
                case "#" -> pattern.append("\\d+k?m?(?: \\d+)* ");
                case ":" -> pattern.append(": ");
                default -> {
                    if (!folded.isEmpty()) {
                        pattern.append(Pattern.quote(folded + " "));
                        longest = folded.length() > longest.length() ? folded : longest;
                    }
                }
            }
        }
        return new Phrase(as, Pattern.compile(pattern.toString()), longest, phrase.contains(":"), phrase.length());
    }

    private static List<String> divided(String value) {
        return Arrays.stream(value.split("\\|"))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }
}
