package org.minbar.exchange;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.exchange.Furniture.RolePhrase;
import org.minbar.exchange.ScrapedPage.Credit;
import org.minbar.exchange.ScrapedPage.Role;

/**
 * Reads a line that says who made a story: {@code Par Amina Haddad et Karim Saïdi}, {@code متابعة – تصوير : حسن جبار},
 * {@code Texte : A – Photos : B}. A role needs a colon or a dash before the name, unless its phrase is one that may go
 * without; a name is short, and starts with a capital where the script has them.
 */
final class CreditLine {

    private static final int LONGEST = 140;
    private static final Pattern AROUND = Pattern.compile("^[\\s\\-–—•*|(\\[]+|[\\s|)\\].]+$");
    private static final Pattern CLAUSES = Pattern.compile("\\s*[;|•]\\s*|\\s+/\\s+");
    private static final Pattern PIECES =
            Pattern.compile("\\s*[,،&+/]\\s*|\\s*[–—]\\s*|\\s+-\\s*|\\s+(?:و|et|and)\\s+|\\s+(?=و\\p{L})");
    private static final Pattern NAMES =
            Pattern.compile("\\s*[,،&+/]\\s*|\\s+[-–—]\\s+|\\s+(?:و|et|and|with|avec)\\s+");
    private static final Pattern GLUED_WAW = Pattern.compile("\\s+(?=و\\p{L}{2})");
    private static final Pattern COPYRIGHT_MARK = Pattern.compile("(?:©|\\([cC]\\))\\s*(\\D{2,40})");
    private static final Pattern CREDIT_BEHIND = Pattern.compile(".*[.(|–—]\\s*([^.(|–—]{3,40}:[^:]+)");
    private static final Pattern BETWEEN_NAMES =
            Pattern.compile("(?U)(?:de|du|des|d|la|le|el|al|ben|ibn|bin|bint|von|van|da|di|ould|mint|ait|aït|abou|l)");

    private final Furniture furniture;

    CreditLine(Furniture furniture) {
        this.furniture = furniture;
    }

    /** The credits of a line that holds nothing else; empty for any other line. */
    List<Credit> read(String line) {
        if (line.length() > LONGEST || line.indexOf('"') >= 0 || line.indexOf('“') >= 0 || line.indexOf('«') >= 0) {
            return List.of();
        }
        String inner = AROUND.matcher(line).replaceAll("");
        Matcher mark = COPYRIGHT_MARK.matcher(inner);
        if (mark.matches()) {
            return names(mark.group(1), false)
                    .map(names -> credits(List.of(Role.PHOTO), names))
                    .orElse(List.of());
        }
        String[] beginning =
                Folding.of(inner.substring(0, Math.min(inner.length(), 30))).split(" ");
        if (!furniture.opensRole(beginning[0])) {
            return List.of();
        }
        Set<Credit> credits = new LinkedHashSet<>();
        boolean first = true;
        for (String clause : CLAUSES.split(inner)) {
            List<Credit> read = clause(clause);
            if (read.isEmpty() && (first || !dateOnly(clause))) {
                return List.of();
            }
            credits.addAll(read);
            first = false;
        }
        return List.copyOf(credits);
    }

    /** Whether a line says what a picture shows: a photographer's role and then no name, or a credit behind a sentence. */
    boolean caption(String line) {
        if (line.length() > 220 || line.indexOf(':') < 1 || !read(line).isEmpty()) {
            return false;
        }
        int first = line.indexOf(':');
        if (role(Folding.of(line.substring(0, first)))
                .filter(role -> role == Role.PHOTO)
                .isPresent()) {
            return true;
        }
        Matcher behind = CREDIT_BEHIND.matcher(line);
        return behind.matches() && read(behind.group(1)).stream().anyMatch(credit -> credit.role() == Role.PHOTO);
    }

    private List<Credit> clause(String clause) {
        int colon = clause.indexOf(':');
        return colon > 0 ? withColon(clause.substring(0, colon), clause.substring(colon + 1)) : withoutColon(clause);
    }

    private List<Credit> withColon(String before, String after) {
        Optional<List<Role>> roles = roles(before);
        if (roles.isEmpty()) {
            return List.of();
        }
        int next = after.indexOf(':');
        if (next < 0) {
            return withFollowers(roles.get(), after, false);
        }
        // "A – Photos : B": the last piece before the second colon is a role of its own.
        int cut = lastPiece(after.substring(0, next));
        if (cut < 0) {
            return List.of();
        }
        Optional<List<String>> names = names(after.substring(0, cut), false);
        List<Credit> rest = clause(after.substring(cut).replaceAll("^[\\s,،&+/–—-]+", ""));
        if (names.isEmpty() || rest.isEmpty()) {
            return List.of();
        }
        List<Credit> credits = new ArrayList<>(credits(roles.get(), names.get()));
        credits.addAll(rest);
        return credits;
    }

    private List<Credit> withoutColon(String clause) {
        String[] words = clause.split("\\s+");
        for (int taken = Math.min(5, words.length - 1); taken > 0; taken--) {
            String phrase = Folding.of(String.join(" ", Arrays.asList(words).subList(0, taken)));
            Optional<RolePhrase> role = furniture.role(phrase).filter(RolePhrase::bare);
            if (role.isPresent()) {
                String rest = Arrays.stream(words).skip(taken).collect(joining(" "));
                return withFollowers(
                        List.of(role.get().role()), rest, role.get().role() != Role.WRITER || !arabic(rest));
            }
        }
        // "متابعة – حسن جبار"
        String[] pieces = clause.split("\\s+[-–—]\\s+");
        if (pieces.length < 2) {
            return List.of();
        }
        Optional<List<Role>> roles =
                roles(String.join(" – ", Arrays.asList(pieces).subList(0, pieces.length - 1)));
        String last = pieces[pieces.length - 1];
        if (roles.isEmpty() || last.split("\\s+").length > 3) {
            return List.of();
        }
        return names(last, true).map(names -> credits(roles.get(), names)).orElse(List.of());
    }

    /** "By A and B, photos by C": a later piece may open with a role of its own. */
    private List<Credit> withFollowers(List<Role> roles, String text, boolean strict) {
        Matcher comma = Pattern.compile("[,،]|\\s[-–—]\\s|\\s+(?:et|and)\\s+").matcher(text);
        while (comma.find()) {
            List<Credit> rest = withoutColon(Folding.bare(text.substring(comma.end())));
            if (!rest.isEmpty()) {
                List<Credit> credits = new ArrayList<>(names(text.substring(0, comma.start()), strict)
                        .map(names -> credits(roles, names))
                        .orElse(List.of()));
                if (!credits.isEmpty()) {
                    credits.addAll(rest);
                }
                return credits;
            }
        }
        return names(text, strict).map(names -> credits(roles, names)).orElse(List.of());
    }

    private Optional<List<Role>> roles(String group) {
        Set<Role> roles = new LinkedHashSet<>();
        String whole = Folding.of(group);
        Optional<Role> one = role(whole);
        if (one.isPresent()) {
            return Optional.of(List.of(one.get()));
        }
        for (String piece : PIECES.split(group)) {
            String folded = Folding.of(piece);
            if (folded.isEmpty()) {
                continue;
            }
            Optional<Role> role =
                    role(folded).or(() -> folded.startsWith("و") ? role(folded.substring(1)) : Optional.empty());
            if (role.isEmpty()) {
                return Optional.empty();
            }
            roles.add(role.get());
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(roles));
    }

    private Optional<Role> role(String folded) {
        return furniture.role(folded).map(RolePhrase::role);
    }

    /** Where the last piece that is a role begins; -1 if there is none. */
    private int lastPiece(String text) {
        int at = -1;
        Matcher pieces = PIECES.matcher(text);
        while (pieces.find()) {
            if (roles(text.substring(pieces.end())).isPresent()) {
                at = at < 0 ? pieces.start() : at;
            }
        }
        return at;
    }

    /**
     * The names in a text that has nothing but names, and perhaps a date behind them.
     *
     * @param strict where nothing but the role's word speaks for a credit
     */
    private Optional<List<String>> names(String text, boolean strict) {
        String undated = withoutDate(text);
        List<String> names = new ArrayList<>();
        for (String piece : NAMES.split(undated)) {
            // "Par Leïla Berrada, correspondante à Nador": what a person is begins small.
            if (!names.isEmpty() && !piece.isEmpty() && Character.isLowerCase(piece.charAt(0))) {
                break;
            }
            names.addAll(unglued(piece));
        }
        names.removeIf(name -> Folding.of(name).isEmpty());
        names.replaceAll(Folding::bare);
        boolean good = !names.isEmpty() && names.size() <= 6 && names.stream().allMatch(name -> name(name, strict));
        return good ? Optional.of(names) : Optional.empty();
    }

    private boolean name(String name, boolean strict) {
        String[] words = name.split("\\s+");
        if (words.length > (strict && arabic(name) ? 2 : 5) || name.length() > 45 || name.matches(".*[?؟!:].*")) {
            return false;
        }
        if (Arrays.stream(words).map(Folding::of).anyMatch(word -> furniture.in("month", word))) {
            return false;
        }
        if (arabic(name)) {
            return !strict || !words[0].startsWith("ال");
        }
        return Arrays.stream(words)
                .allMatch(word -> Character.isUpperCase(word.codePointAt(0))
                        || BETWEEN_NAMES.matcher(word).matches()
                        || (word.length() > 2 && word.charAt(1) == '\'' || word.indexOf('’') == 1));
    }

    /** "أحمد العلوي ومحمد بنعلي" is two names, unless the word is one of those that begin with waw themselves. */
    private List<String> unglued(String piece) {
        List<String> names = new ArrayList<>();
        for (String part : GLUED_WAW.split(Folding.bare(piece))) {
            boolean own = names.isEmpty()
                    || furniture.in("name-with-waw", Folding.of(part.split("\\s+")[0]))
                    || part.startsWith("وال");
            if (!own && names.get(names.size() - 1).split("\\s+").length > 1) {
                names.add(part.substring(1));
            } else if (names.isEmpty()) {
                names.add(part);
            } else {
                names.set(names.size() - 1, names.get(names.size() - 1) + " " + part);
            }
        }
        return names;
    }

    private String withoutDate(String text) {
        int end = 0;
        while (end < text.length() && !Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            return text;
        }
        List<String> words = new ArrayList<>(
                Arrays.asList(Folding.bare(text.substring(0, end)).split("\\s+")));
        while (!words.isEmpty()) {
            String folded = Folding.of(words.get(words.size() - 1));
            if (!folded.isEmpty() && !furniture.in("date-stamp", folded)) {
                break;
            }
            words.remove(words.size() - 1);
        }
        return dateOnly(text.substring(end)) ? String.join(" ", words) : text;
    }

    private boolean dateOnly(String text) {
        String folded = Folding.of(text);
        return folded.isEmpty()
                || folded.chars().allMatch(c -> c == ' ' || Character.isDigit(c))
                || furniture.only("date-stamp", folded);
    }

    private static List<Credit> credits(List<Role> roles, List<String> names) {
        return names.stream()
                .flatMap(name -> roles.stream().map(role -> new Credit(name, role)))
                .toList();
    }

    private static boolean arabic(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }
}
