package org.minbar.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.NoUnit;

/**
 * Numbers as a language writes them: {@code 1.234.567} in Morocco, {@code 1,234,567} in English. Without bidirectional
 * controls, so they may stand in attributes; in running text, isolate a sign or a percentage. Not for years and ids,
 * which have no thousands. Immutable and safe between threads; keep one rather than making one for each number.
 */
public final class Numbers {

    private final LocalizedNumberFormatter whole;
    private final LocalizedNumberFormatter percent;

    public Numbers(Language language) {
        whole = NumberFormatter.withLocale(language.icu());
        percent = whole.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2)).precision(Precision.maxFraction(1));
    }

    public String of(long number) {
        return Isolation.stripControls(whole.format(number).toString());
    }

    /** To one tenth: 1.25 is {@code 1.3}, {@code 1,3} in French. */
    public String tenths(double number) {
        return Isolation.stripControls(
                whole.precision(Precision.maxFraction(1)).format(number).toString());
    }

    /** A share of one, to a tenth of a percent: 0.125 is {@code 12.5%}. */
    public String percent(double share) {
        return Isolation.stripControls(percent.format(share).toString());
    }
}
