package org.minbar.view;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The themes of the house. A theme is a folder: {@code theme.properties} with one line {@code parent=} (none for a theme
 * that stands alone), {@code templates/} and {@code assets/}. What a theme lacks, its parent has.
 */
public final class Themes {

    private final Cabinet cabinet;
    private final Map<String, Parent> parents = new ConcurrentHashMap<>();

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
        for (String next = theme; !next.isEmpty(); next = parent(next)) {
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

    /** A theme's parent, and the mark its {@code theme.properties} was read at: every template of every page asks. */
    private record Parent(String mark, String name) {}

    private String parent(String theme) {
        String mark = cabinet.mark(theme + "/theme.properties");
        Parent known = parents.get(theme);
        if (known == null || !known.mark.equals(mark)) {
            known = new Parent(mark, readParent(theme));
            parents.put(theme, known);
        }
        return known.name;
    }

    private String readParent(String theme) {
        byte[] bytes = cabinet.read(theme + "/theme.properties")
                .orElseThrow(() -> new IllegalArgumentException("No theme " + theme + ": it has no theme.properties"));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.getProperty("parent", "").strip();
    }
}
