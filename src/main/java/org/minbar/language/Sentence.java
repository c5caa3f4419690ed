package org.minbar.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * One whole sentence of {@code i18n} in one language, an ICU message with named arguments. Text that goes into it is
 * isolated (U+2068 to U+2069), so that a Latin name doesn't pull an Arabic sentence apart.
 *
 * <p>A number is written with the separators of the language: a year as a number would come out as {@code 2.024}. Hand a
 * year in as text, or write {@code {year, number, ::group-off}}. Dates are said by {@link Dates} and handed in as
 * text; {@code {when, date}} is refused, since it would take the zone of the machine. Immutable and safe between threads.
 */
public final class Sentence {

    /** An apostrophe right before a brace quotes it, and the argument would be printed as its name. */
    private static final Pattern SWALLOWED = Pattern.compile("\\p{L}'\\{");

    private static final String SHOWN = "shown_";

    private final String pattern;
    private final ULocale locale;

    /** A MessageFormat of ICU keeps state while it writes, so each serves one thread at a time. */
    private final Queue<MessageFormat> idle = new ConcurrentLinkedQueue<>();

    private final MessageFormat format;
    private final Set<String> placeholders;

    private Sentence(String pattern, ULocale locale, MessageFormat format, Set<String> placeholders) {
        this.pattern = pattern;
        this.locale = locale;
        this.format = format;
        this.placeholders = placeholders;
    }

    /** @throws IllegalArgumentException when that is no sentence; the message says where */
    public static Sentence parse(String icuPattern, Language language) {
        if (SWALLOWED.matcher(icuPattern).find()) {
            throw new IllegalArgumentException("an apostrophe hides an argument, write ’ instead: " + icuPattern);
        }
        MessagePattern parts = new MessagePattern(icuPattern);
        Set<String> placeholders = new LinkedHashSet<>();
        StringBuilder split = new StringBuilder(icuPattern);
        for (int i = parts.countParts() - 1; i > 0; i--) {
            Part name = parts.getPart(i);
            if (name.getType() == Part.Type.ARG_NUMBER) {
                throw new IllegalArgumentException("an argument has a number for a name: " + icuPattern);
            }
            if (name.getType() != Part.Type.ARG_NAME) {
                continue;
            }
            placeholders.add(parts.getSubstring(name));
            ArgType type = parts.getPart(i - 1).getArgType();
            if (type == ArgType.NONE) {
                split.insert(name.getIndex(), SHOWN);
            } else if (type == ArgType.SIMPLE
                    && !parts.getSubstring(parts.getPart(i + 1)).equals("number")) {
                throw new IllegalArgumentException("only numbers are formatted in a sentence: " + icuPattern);
            }
        }
        ULocale locale = language.icu();
        return new Sentence(icuPattern, locale, new MessageFormat(split.toString(), locale), Set.copyOf(placeholders));
    }

    /**
     * The sentence with its arguments in place; an argument that it doesn't name is passed over.
     *
     * @throws IllegalArgumentException when an argument is missing, with its name
     */
    public String say(Map<String, Object> arguments) {
        Map<String, Object> given = new HashMap<>();
        for (String name : placeholders) {
            Object value = arguments.get(name);
            if (value == null) {
                throw new IllegalArgumentException("the argument " + name + " is missing: " + pattern);
            }
            given.put(name, value);
            // A choice ({who, select, …}) goes by the bare text, only what is shown is isolated.
            given.put(SHOWN + name, value instanceof Number ? value : Isolation.isolate(value.toString()));
        }
        MessageFormat free = idle.poll();
        if (free == null) {
            free = (MessageFormat) format.clone();
        }
        String said = free.format(given);
        idle.offer(free);
        return said;
    }

    /**
     * What the sentence leaves out: {@code "count two"} for each form of a counted argument that the language has and the
     * sentence lacks, though {@code other} would step in. Arabic has six (Unicode plural rules, UTS #35).
     */
    public Set<String> missingForms() {
        MessagePattern parts = new MessagePattern(pattern);
        Set<String> missing = new TreeSet<>();
        for (int i = 0; i < parts.countParts(); i++) {
            Part start = parts.getPart(i);
            if (start.getType() != Part.Type.ARG_START || !start.getArgType().hasPluralStyle()) {
                continue;
            }
            PluralType type = start.getArgType() == ArgType.SELECTORDINAL ? PluralType.ORDINAL : PluralType.CARDINAL;
            Set<String> forms =
                    new TreeSet<>(PluralRules.forLocale(locale, type).getKeywords());
            // The argument's own selectors: those inside its messages belong to others.
            for (int j = i + 1; j < parts.getLimitPartIndex(i); j++) {
                Part part = parts.getPart(j);
                if (part.getType() == Part.Type.ARG_SELECTOR) {
                    forms.remove(parts.getSubstring(part));
                } else if (part.getType() == Part.Type.MSG_START) {
                    j = parts.getLimitPartIndex(j);
                }
            }
            String name = parts.getSubstring(parts.getPart(i + 1));
            forms.forEach(form -> missing.add(name + " " + form));
        }
        return missing;
    }

    /** The names of the arguments. */
    public Set<String> placeholders() {
        return placeholders;
    }
}
