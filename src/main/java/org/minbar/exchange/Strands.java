package org.minbar.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.minbar.exchange.Strand.Kind;

/**
 * The page line by line: what each looks like by itself, without yet asking where it stands; then the sentences that
 * were broken over lines made whole.
 */
final class Strands {

    /** Furniture is short; a longer line is not held against the phrases. */
    private static final int LONGEST_FURNITURE = 400;

    private static final Pattern RULE = Pattern.compile("(?:[-–—_=*~•·#+═─━]\\s*){3,}");
    private static final Pattern TAGS_ONLY = Pattern.compile("(?:</?[a-zA-Z][^<>]{0,200}>\\s*)+");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.[\\w.]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HASHTAGS = Pattern.compile("(?:#[\\p{L}\\p{M}\\d_]+[\\s,،]*)+");
    private static final Pattern CONTACT =
            Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+|(?:\\+|00?)\\d(?:[ .-]?\\d){7,}");
    private static final Pattern TEASER =
            Pattern.compile(".*(?:\\[(?:…|\\.\\.\\.|&hellip;)]|\\((?:…|\\.\\.\\.)\\))\\s*[»›>]*");
    private static final Pattern BULLET =
            Pattern.compile("(?:[-–—•*·▪●○◦■□►▶✓✔‣⁃➤→]|\\p{So}\\uFE0F?)\\s*(?=[\\p{L}\\d\"“«(‘'])");
    private static final Pattern NUMBERED = Pattern.compile("\\(?\\d{1,2}\\s?[.)\\-–/]\\s*(?=[\\p{L}\"“«(])");
    private static final Pattern NUMERIC_DATE = Pattern.compile(
            ".*(?:\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}|\\d{4}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{1,2}).*");

    /**
     * A mark between the names of a menu or a trail.
     *
     * @param fewest how many names make a menu; the marks that prose uses too ask for more
     * @param trail whether a way down from the home page is drawn with it
     * @param arrow whether it can draw nothing but such a way
     */
    private record Divider(String marks, Pattern pattern, int fewest, boolean trail, boolean arrow) {
        boolean in(String text) {
            return text.chars().anyMatch(c -> marks.indexOf(c) >= 0);
        }
    }

    private static final List<Divider> DIVIDERS = List.of(
            new Divider(">›»→", Pattern.compile("[>›»→]"), 3, true, true),
            new Divider("/", Pattern.compile("/"), 4, true, false),
            new Divider("|¦", Pattern.compile("[|¦]"), 3, false, false),
            new Divider("•·", Pattern.compile("[•·]"), 3, false, false),
            new Divider("\t ", Pattern.compile("\\t| {3,}"), 3, false, false),
            new Divider("-–—", Pattern.compile("\\s[-–—]\\s"), 4, false, false));

    private final Furniture furniture;
    private final CreditLine credits;

    Strands(Furniture furniture, CreditLine credits) {
        this.furniture = furniture;
        this.credits = credits;
    }

    List<Strand> of(List<String> lines) {
        List<Strand> sorted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            sorted.add(sort(i, lines.get(i)));
        }
        return joined(unwrapped(timed(sorted)));
    }

    /** The lines of a text without HTML's character references, whatever its line ends; one at the very end opens no further line. */
    static List<String> lines(String page) {
        String text = page.startsWith("\uFEFF") ? page.substring(1) : page;
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                lines.add(decoded(text.substring(start, i)));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(decoded(text.substring(start)));
        }
        return lines;
    }

    private static String decoded(String line) {
        return line.indexOf('&') >= 0 ? Parser.unescapeEntities(line, false) : line;
    }

    private Strand sort(int at, String line) {
        String text = Folding.bare(line);
        if (text.isEmpty()) {
            return new Strand(at, at, Kind.BLANK, "", "", "");
        }
        if (text.length() > LONGEST_FURNITURE) {
            return item(at, text, "").orElse(new Strand(at, at, Kind.TEXT, "", text, ""));
        }
        String folded = Folding.of(text);
        if (folded.isEmpty()) {
            return RULE.matcher(text).matches()
                    ? new Strand(at, at, Kind.RULE, "noise", text, folded)
                    : new Strand(at, at, Kind.ASIDE, "noise", text, folded);
        }
        if (stamp(text, folded)) {
            return new Strand(at, at, Kind.STAMP, "date-stamp", text, folded);
        }
        Optional<TickerLine> entry = TickerLine.parse(text);
        if (entry.isPresent()) {
            return flash(at, text, folded, entry.get());
        }
        Optional<String> known = furniture(text, folded);
        if (known.isPresent()) {
            return new Strand(at, at, kindOf(known.get(), text, folded), known.get(), text, folded);
        }
        if (!credits.read(text).isEmpty()) {
            return new Strand(at, at, Kind.CREDIT, "byline", text, folded);
        }
        return item(at, text, folded).orElse(new Strand(at, at, Kind.TEXT, "", text, folded));
    }

    private Strand flash(int at, String text, String folded, TickerLine entry) {
        String rest = Folding.of(entry.text());
        boolean dated = !rest.isEmpty()
                && furniture.only("date-stamp", rest)
                && rest.chars().anyMatch(Character::isDigit);
        return new Strand(at, at, dated ? Kind.STAMP : Kind.FLASH, "date-stamp", text, folded);
    }

    private boolean stamp(String text, String folded) {
        if (text.length() > 80 || !furniture.only("date-stamp", folded)) {
            return text.length() <= 24
                    && NUMERIC_DATE.matcher(folded.replace(' ', '-')).matches()
                    && folded.chars().noneMatch(Character::isLetter);
        }
        boolean names = Arrays.stream(folded.split(" ")).anyMatch(word -> furniture.in("month", word));
        return names || NUMERIC_DATE.matcher(text).matches();
    }

    private Optional<String> furniture(String text, String folded) {
        if (TAGS_ONLY.matcher(text).matches()) {
            return Optional.of("noise");
        }
        if (ADDRESS.matcher(text).matches()) {
            return Optional.of("link");
        }
        if (HASHTAGS.matcher(text).matches()) {
            return Optional.of("tags");
        }
        if (text.length() <= 20
                && furniture.only("residue", folded)
                && folded.chars().noneMatch(Character::isDigit)) {
            return Optional.of("noise");
        }
        if (folded.chars().noneMatch(Character::isLetter)) {
            return Optional.of(folded.indexOf(' ') > 0 && !text.contains("/") ? "pagination" : "noise");
        }
        Optional<String> phrase = furniture.as(folded, text.indexOf(':') < 0 ? folded : Folding.withColons(text));
        if (phrase.isPresent()) {
            return phrase;
        }
        if (TEASER.matcher(text).matches()) {
            return Optional.of("related");
        }
        if (furniture.only("pagination", folded) && folded.chars().anyMatch(Character::isDigit)) {
            return Optional.of("pagination");
        }
        if (text.length() <= 160) {
            for (String bag : List.of("share", "comment-form")) {
                if (furniture.only(bag, folded)) {
                    return Optional.of(bag);
                }
            }
        }
        if (folded.split(" ").length >= 3 && furniture.only("section", folded)) {
            return Optional.of("navigation");
        }
        if (text.length() <= 160 && CONTACT.matcher(text).find() && !text.endsWith(".")) {
            return Optional.of("contact");
        }
        if (credits.caption(text)) {
            return Optional.of("caption");
        }
        return menu(text);
    }

    /** A line of several short names with the same mark between them, or a trail from the home page down to here. */
    private Optional<String> menu(String text) {
        for (Divider divider : DIVIDERS) {
            if (!divider.in(text)) {
                continue;
            }
            List<String> parts = Arrays.stream(divider.pattern().split(text))
                    .map(Folding::of)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() < 2) {
                continue;
            }
            long small =
                    parts.stream().filter(part -> part.split(" ").length <= 3).count();
            boolean fromHome = divider.trail() && home(parts.get(0));
            boolean trail = divider.arrow() && parts.size() > 2 && small >= parts.size() - 1 && text.indexOf('«') < 0;
            if (fromHome || trail) {
                return Optional.of("breadcrumb");
            }
            boolean plain = text.indexOf('.') < 0 && text.indexOf(':') < 0;
            if (plain && small == parts.size() && parts.size() >= divider.fewest()) {
                return Optional.of("navigation");
            }
        }
        return Optional.empty();
    }

    private boolean home(String part) {
        return part.split(" ").length <= 5
                && furniture.phrases("home").stream()
                        .anyMatch(home -> part.equals(home) || part.startsWith(home + " "));
    }

    private static Kind kindOf(String as, String text, String folded) {
        return switch (as) {
            case "comment-form", "comment-count", "copyright" -> Kind.CLOSER;
            case "date-stamp" -> Kind.STAMP;
            case "related", "other-headline" -> {
                boolean label = text.endsWith(":") || (text.indexOf(':') < 0 && folded.split(" ").length <= 4);
                yield label && !TEASER.matcher(text).matches() ? Kind.LABEL : Kind.ASIDE;
            }
            default -> Kind.ASIDE;
        };
    }

    private static Optional<Strand> item(int at, String text, String folded) {
        Matcher bullet = BULLET.matcher(text);
        Matcher number = NUMBERED.matcher(text);
        if (bullet.lookingAt()) {
            return Optional.of(new Strand(at, at, Kind.ITEM, "", text.substring(bullet.end()), folded));
        }
        if (number.lookingAt()) {
            return Optional.of(new Strand(at, at, Kind.ITEM, "numbered", text.substring(number.end()), folded));
        }
        return Optional.empty();
    }

    /**
     * Tickers that print the time on a line of its own get their pairs; a time that stands alone among other things opens
     * no ticker.
     */
    private static List<Strand> timed(List<Strand> lines) {
        List<Strand> timed = new ArrayList<>(lines.size());
        int pairsSoFar = 0;
        for (int i = 0; i < lines.size(); i++) {
            Strand line = lines.get(i);
            if (line.is(Kind.FLASH) && timeOnly(line)) {
                int partner = solidAfter(lines, i, 1);
                int next = partner < 0 ? -1 : solidAfter(lines, partner, 2);
                boolean pair = partner > 0 && lines.get(partner).couldBeHeadline();
                boolean another = next > 0 && lines.get(next).is(Kind.FLASH) && timeOnly(lines.get(next));
                if (pair && (another || pairsSoFar > 0)) {
                    Strand text = lines.get(partner);
                    timed.add(new Strand(i, partner, Kind.FLASH, "", line.text() + " " + text.text(), text.folded()));
                    pairsSoFar = another ? pairsSoFar + 1 : 0;
                    i = partner;
                    continue;
                }
                timed.add(line.as(Kind.STAMP, "date-stamp"));
            } else {
                timed.add(line);
            }
        }
        for (int i = 0; i < timed.size(); i++) {
            Strand line = timed.get(i);
            if (line.is(Kind.FLASH) && !neighbour(timed, i, -1) && !neighbour(timed, i, 1)) {
                boolean atEnd =
                        TickerLine.parse(line.text()).map(TickerLine::atEnd).orElse(false);
                if (atEnd || line.stops() || line.length() > 140) {
                    timed.set(i, line.as(Kind.TEXT, ""));
                }
            }
        }
        return timed;
    }

    private static boolean timeOnly(Strand line) {
        return TickerLine.parse(line.text()).map(TickerLine::timeOnly).orElse(false);
    }

    private static int solidAfter(List<Strand> lines, int at, int furthest) {
        for (int i = at + 1; i < lines.size() && i <= at + furthest + 1; i++) {
            if (!lines.get(i).is(Kind.BLANK)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean neighbour(List<Strand> lines, int at, int step) {
        int i = at + step;
        for (int seen = 0; seen < 3 && i >= 0 && i < lines.size(); seen++, i += step) {
            if (!lines.get(i).is(Kind.BLANK)) {
                return lines.get(i).is(Kind.FLASH);
            }
        }
        return false;
    }

    /**
     * Text that was wrapped at a width: each line is so long that the next line's first word would not have fitted, and
     * the block holds sentences. A list of headlines fails the first test sooner or later, and always the second.
     */
    private List<Strand> unwrapped(List<Strand> lines) {
        List<Strand> whole = new ArrayList<>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            int end = i;
            int width = 0;
            while (end < lines.size()
                    && lines.get(end).is(Kind.TEXT)
                    && lines.get(end).length() <= 120) {
                width = Math.max(width, lines.get(end).length());
                end++;
            }
            if (end - i < 3 || width < 35) {
                whole.addAll(lines.subList(i, Math.max(end, i + 1)));
                i = Math.max(end, i + 1);
                continue;
            }
            while (i < end) {
                int last = i;
                while (last + 1 < end && full(lines.get(last), lines.get(last + 1), width)) {
                    last++;
                }
                List<Strand> block = lines.subList(i, last + 1);
                if (wrapped(block)) {
                    whole.add(merged(block));
                } else {
                    whole.addAll(block);
                }
                i = last + 1;
            }
        }
        return whole;
    }

    private static boolean full(Strand line, Strand next, int width) {
        int space = next.text().indexOf(' ');
        int word = space < 0 ? next.length() : space;
        return line.length() + 1 + word > width - 2;
    }

    private static boolean wrapped(List<Strand> block) {
        if (block.size() < 2) {
            return false;
        }
        long stopped =
                block.subList(0, block.size() - 1).stream().filter(Strand::ends).count();
        boolean sentences = block.get(block.size() - 1).ends()
                || block.stream().anyMatch(line -> line.text().matches(".*\\p{L}[.!؟?][»”\"]? \\p{L}.*"));
        return sentences && stopped * 2 < block.size();
    }

    /** Pairs of lines that are one sentence, also over a blank line where the signs are strong. */
    private List<Strand> joined(List<Strand> lines) {
        List<Strand> whole = new ArrayList<>(lines.size());
        int i = 0;
        while (i < lines.size()) {
            int last = i;
            int next = following(lines, last);
            while (next > 0 && continues(lines.get(last), lines.get(next), next - last - 1, last > i)) {
                last = next;
                next = following(lines, last);
            }
            whole.add(last == i ? lines.get(i) : merged(lines.subList(i, last + 1)));
            i = last + 1;
        }
        return whole;
    }

    private static int following(List<Strand> lines, int at) {
        Kind kind = lines.get(at).kind();
        if ((kind != Kind.TEXT && kind != Kind.ITEM) || at + 1 == lines.size()) {
            return -1;
        }
        int next = lines.get(at + 1).is(Kind.BLANK) ? at + 2 : at + 1;
        return next < lines.size() ? next : -1;
    }

    private boolean continues(Strand line, Strand next, int blanks, boolean alreadyJoined) {
        boolean odd = blanks == 0
                && line.length() >= 40
                && next.stops()
                && !next.is(Kind.ITEM)
                && (next.is(Kind.STAMP) || next.is(Kind.CREDIT) || next.is(Kind.ASIDE))
                && !line.is(Kind.ITEM);
        if ((!next.is(Kind.TEXT) && !odd) || line.ends() || line.colon() || endsQuoted(line)) {
            return false;
        }
        if (odd) {
            return lowerCase(next.text()) || Character.isDigit(next.text().charAt(0));
        }
        if (",،٬;؛)".indexOf(next.text().charAt(0)) >= 0) {
            return true;
        }
        int enough = alreadyJoined ? 1 : line.is(Kind.ITEM) ? 15 : blanks == 0 ? 25 : 60;
        if (line.length() < enough) {
            return false;
        }
        if (lowerCase(next.text())) {
            return true;
        }
        if (line.is(Kind.ITEM)) {
            return false;
        }
        if (furniture.in("continues", firstWord(next.text())) || furniture.in("dangling", lastWord(line.text()))) {
            return true;
        }
        boolean comma = ",،٬".indexOf(line.text().charAt(line.length() - 1)) >= 0;
        return comma && blanks == 0 && line.length() < 120 && !furniture.in("opens-paragraph", firstWord(next.text()));
    }

    private static boolean endsQuoted(Strand line) {
        return line.text().endsWith("»") || line.text().endsWith("”");
    }

    /** Starts with a small letter that is not a brand's: "iPhone" starts sentences too. */
    private static boolean lowerCase(String text) {
        int start = 0;
        while (start < text.length() && "\"“«‘('[ \u00A0".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start < text.length()
                && Character.isLowerCase(text.charAt(start))
                && (start + 1 == text.length() || !Character.isUpperCase(text.charAt(start + 1)));
    }

    private static String firstWord(String text) {
        String beginning = Folding.of(text.substring(0, Math.min(text.length(), 40)));
        int space = beginning.indexOf(' ');
        return space < 0 ? beginning : beginning.substring(0, space);
    }

    private static String lastWord(String text) {
        char last = text.charAt(text.length() - 1);
        if (!Character.isLetter(last)) {
            return "";
        }
        String end = Folding.of(text.substring(Math.max(0, text.length() - 30)));
        return end.substring(end.lastIndexOf(' ') + 1);
    }

    private static Strand merged(List<Strand> lines) {
        StringBuilder text = new StringBuilder();
        for (Strand line : lines) {
            if (line.is(Kind.BLANK)) {
                continue;
            }
            // A word that was broken at its hyphen keeps it: "rendez-" and "vous" can't be told from "infor-" and
            // "mation".
            boolean broken = text.length() > 1
                    && text.charAt(text.length() - 1) == '-'
                    && Character.isLetter(text.charAt(text.length() - 2));
            boolean glued = ",،;؛)".indexOf(line.text().charAt(0)) >= 0;
            if (!text.isEmpty() && !broken && !glued) {
                text.append(' ');
            }
            text.append(line.text());
        }
        Strand first = lines.get(0);
        String whole = text.toString();
        String folded = whole.length() > LONGEST_FURNITURE ? "" : Folding.of(whole);
        return new Strand(first.first(), lines.get(lines.size() - 1).last(), first.kind(), first.as(), whole, folded);
    }
}
