package org.minbar.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minbar.exchange.ScrapedPage.Became;
import org.minbar.exchange.ScrapedPage.LineReport;
import org.minbar.exchange.ScrapedPage.Note;
import org.minbar.exchange.ScrapedPage.SetAside;

/** Keeps the account of a page's lines: each is entered once, and none is left out. */
final class Ledger {

    private final List<String> lines;
    private final @Nullable LineReport[] entries;
    private final List<SetAside> setAside = new ArrayList<>();

    Ledger(List<String> lines) {
        this.lines = lines;
        this.entries = new LineReport[lines.size()];
    }

    boolean open(Strand strand) {
        return entries[strand.first()] == null;
    }

    /** A strand's first line as it stands on the page. */
    String line(Strand strand) {
        return Folding.bare(lines.get(strand.first()));
    }

    /** Enters all lines of a strand; those behind the first were joined to it. */
    void enter(Strand strand, Became became, List<Note> notes) {
        for (int line = strand.first(); line <= strand.last(); line++) {
            if (Folding.bare(lines.get(line)).isEmpty()) {
                enter(line, Became.BLANK, "", List.of());
            } else if (line == strand.first()) {
                enter(line, became, "", notes);
            } else {
                enter(line, became, "", List.of(Note.JOINED));
            }
        }
    }

    void enter(Strand strand, Became became) {
        enter(strand, became, List.of());
    }

    void setAside(Strand strand, String as) {
        for (int line = strand.first(); line <= strand.last(); line++) {
            String text = Folding.bare(lines.get(line));
            if (text.isEmpty()) {
                enter(line, Became.BLANK, "", List.of());
            } else {
                enter(line, Became.SET_ASIDE, as, List.of());
                setAside.add(new SetAside(line + 1, strand.first() == strand.last() ? strand.text() : text, as));
            }
        }
    }

    List<LineReport> report() {
        return Arrays.stream(entries).map(Objects::requireNonNull).toList();
    }

    List<SetAside> setAside() {
        setAside.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return setAside;
    }

    private void enter(int line, Became became, String as, List<Note> notes) {
        if (entries[line] != null) {
            throw new IllegalStateException("line " + (line + 1) + " is " + entries[line] + " and now " + became);
        }
        entries[line] = new LineReport(line + 1, became, as, notes);
    }
}
