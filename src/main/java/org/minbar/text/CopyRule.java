package org.minbar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of the copy desk: what it would change in a text, from left to right.
 *
 * @param name in lower case with hyphens; the desk's messages know it by {@code desk.mend.<name>}
 */
record CopyRule(String name, Function<String, List<Galley.Change>> changes) {

    static CopyRule of(String name, String pattern, String after) {
        return of(name, pattern, match -> after);
    }

    static CopyRule of(String name, String pattern, Function<MatchResult, String> after) {
        Pattern compiled = Pattern.compile(pattern, Pattern.MULTILINE);
        return new CopyRule(name, text -> {
            List<Galley.Change> changes = new ArrayList<>();
            Matcher match = compiled.matcher(text);
            while (match.find()) {
                changes.add(new Galley.Change(match.start(), match.end(), after.apply(match)));
            }
            return changes;
        });
    }
}
