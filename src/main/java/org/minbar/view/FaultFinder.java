package org.minbar.view;

import io.pebbletemplates.pebble.error.PebbleException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the file and the line of what the template engine complains of. */
final class FaultFinder {

    /** {@code {% extends "layout" %}}, {@code {% include 'parts/teaser' with … %}}. */
    private static final Pattern CALL =
            Pattern.compile("\\{%-?\\s*(?:extends|include|import|from|embed)\\s+[\"']([^\"']+)[\"']");

    private static final int DEEPEST = 20;

    private final Themes themes;
    private final String theme;

    FaultFinder(Themes themes, String theme) {
        this.themes = themes;
        this.theme = theme;
    }

    /** @param template the one that was to be printed */
    TemplateFault find(String template, PebbleException broken) {
        PebbleException nearest = broken;
        int depth = 0;
        for (@Nullable Throwable t = broken; t != null && depth < DEEPEST; t = t.getCause(), depth++) {
            if (t instanceof PebbleException each && line(each) > 0) nearest = each;
        }
        String trouble = String.valueOf(nearest.getPebbleMessage());
        if (line(nearest) > 0 && nearest.getFileName() != null) {
            return new TemplateFault(file(nearest.getFileName()), line(nearest), trouble);
        }
        return callOfWhatIsMissing(template, trouble).orElseGet(() -> new TemplateFault(file(template), 0, trouble));
    }

    private static int line(PebbleException each) {
        @Nullable Integer line = each.getLineNumber();
        return line == null ? 0 : line;
    }

    private String file(String template) {
        String owner = themes.find(Themes.themeOf(template, theme), Themes.pathOf(template))
                .map(Themes.Leaf::theme)
                .orElse(Themes.themeOf(template, theme));
        return owner + "/" + Themes.pathOf(template);
    }

    /** The engine doesn't say who asked for a template that isn't there: the first that does, on the way from the page down. */
    private Optional<TemplateFault> callOfWhatIsMissing(String template, String trouble) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(template);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (!seen.add(next)) continue;
            String text = themes.find(Themes.themeOf(next, theme), Themes.pathOf(next))
                    .map(leaf -> new String(leaf.bytes(), StandardCharsets.UTF_8))
                    .orElse("");
            Matcher call = CALL.matcher(text);
            while (call.find()) {
                String called = call.group(1);
                if (themes.find(Themes.themeOf(called, theme), Themes.pathOf(called))
                        .isEmpty()) {
                    long above = text.substring(0, call.start())
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
                    return Optional.of(new TemplateFault(file(next), (int) above + 1, trouble));
                }
                open.add(called);
            }
        }
        return Optional.empty();
    }
}
