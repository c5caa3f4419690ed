package org.minbar.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The themes of the house. A theme is a folder: {@code theme.properties} with a line {@code parent=} (none for a theme
 * that stands alone), {@code templates/} and {@code assets/}. What a theme lacks, its parent has.
 */
public final class Themes {

    private final Cabinet cabinet;
    private final Map<String, Facts> facts = new ConcurrentHashMap<>();

    public Themes(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /** A file of a theme: the theme that has it, its path there, and its bytes. */
    record Leaf(String theme, String path, byte[] bytes) {}

    /**
     * The theme and its ancestors, the theme itself first.
     *
     * @throws IllegalArgumentException where a theme has no {@code theme.properties}, or is its own ancestor
     */
    public List<String> line(String theme) {
        List<String> line = new ArrayList<>();
        for (String next = theme; !next.isEmpty(); next = facts(next).getOrDefault("parent", "")) {
            if (line.contains(next)) {
                throw new IllegalArgumentException("Theme " + next + " is its own ancestor: " + line);
            }
            line.add(next);
        }
        return List.copyOf(line);
    }

    /** The nearest file of this path, {@code assets/css/site.css}, in the theme or an ancestor. */
    Optional<Leaf> find(String theme, String path) {
        return line(theme).stream().flatMap(each -> in(each, path).stream()).findFirst();
    }

    /** The file of this path in this theme alone. */
    Optional<Leaf> in(String theme, String path) {
        return cabinet.read(theme + "/" + path).map(bytes -> new Leaf(theme, path, bytes));
    }

    /** The theme at which the search for a template begins: {@code base:story} names one, else it is the page's own. */
    static String themeOf(String template, String own) {
        int colon = template.indexOf(':');
        return colon < 0 ? own : template.substring(0, colon);
    }

    /** Where a template of this name lies in its theme. */
    static String pathOf(String template) {
        return "templates/" + template.substring(template.indexOf(':') + 1) + ".html";
    }

    /** A mark that moves when another file would be found, or the found one has changed. */
    String mark(String theme, String path) {
        StringBuilder marks = new StringBuilder();
        for (String each : line(theme)) {
            marks.append(cabinet.mark(each + "/" + path));
        }
        return marks.toString();
    }

    /** A mark that moves when a designer changes anything. */
    public String mark() {
        return cabinet.mark();
    }

    /** A line of {@code theme.properties}: the theme's own, or the nearest ancestor's that has it. */
    Optional<String> property(String theme, String key) {
        return line(theme).stream()
                .flatMap(each -> Optional.ofNullable(facts(each).get(key)).stream())
                .findFirst();
    }

    /** What a theme says of itself, and the mark it was read at: every template of every page asks. */
    private record Facts(String mark, Map<String, String> properties) {}

    private Map<String, String> facts(String theme) {
        String mark = cabinet.mark(theme + "/theme.properties");
        Facts known = facts.get(theme);
        if (known == null || !known.mark.equals(mark)) {
            known = new Facts(mark, read(theme));
            facts.put(theme, known);
        }
        return known.properties;
    }

    private Map<String, String> read(String theme) {
        byte[] bytes = cabinet.read(theme + "/theme.properties")
                .orElseThrow(() -> new IllegalArgumentException("No theme " + theme + ": it has no theme.properties"));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> said = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> said.put(key, properties.getProperty(key).strip()));
        return Map.copyOf(said);
    }
}
