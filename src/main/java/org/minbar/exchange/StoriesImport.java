package org.minbar.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.minbar.identity.Caller;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.web.Json;

/**
 * Reads newline-delimited JSON, a line an edition, in batches: memory holds one batch, whatever the length of the whole.
 * A bad line is answered with what is wrong with it and stops none of the others.
 */
@ApplicationScoped
public class StoriesImport {

    private static final Logger LOG = Logger.getLogger(StoriesImport.class.getName());
    private static final int BATCH = 100;

    @Inject
    private Taking taking;

    @Inject
    private Languages languages;

    protected StoriesImport() {}

    /** What became of one line: exactly one of the two. */
    sealed interface Outcome {
        long line();

        record Done(long line, long story, String path) implements Outcome {}

        record Failed(long line, Refusal why) implements Outcome {}
    }

    /** All of these lines in the caller's transaction, or the refusal of the first that is wrong. */
    public void takeAll(List<ImportLine> lines, Caller by) {
        ReadLine.Reader reader = new ReadLine.Reader(languages);
        List<ReadLine> read = new ArrayList<>();
        for (ImportLine line : lines) read.add(reader.read(read.size() + 1L, line));
        taking.take(read, by);
    }

    /** @param told gets an outcome for every line that is not blank, in the order of the lines */
    void read(InputStream in, Caller by, Consumer<Outcome> told) throws IOException {
        Lines lines = new Lines(in);
        ReadLine.Reader reader = new ReadLine.Reader(languages);
        Map<Long, Outcome> outcomes = new TreeMap<>();
        List<ReadLine> good = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) continue;
            try {
                good.add(reader.read(line.number(), parse(line.text())));
            } catch (Refusal refusal) {
                outcomes.put(line.number(), new Outcome.Failed(line.number(), refusal));
            }
            if (good.size() + outcomes.size() >= BATCH) settle(good, by, outcomes, told);
        }
        settle(good, by, outcomes, told);
    }

    private void settle(List<ReadLine> good, Caller by, Map<Long, Outcome> outcomes, Consumer<Outcome> told) {
        if (!good.isEmpty()) take(good, by).forEach(outcome -> outcomes.put(outcome.line(), outcome));
        outcomes.values().forEach(told);
        outcomes.clear();
        good.clear();
    }

    private List<Outcome> take(List<ReadLine> good, Caller by) {
        try {
            return done(taking.take(good, by));
        } catch (RuntimeException e) {
            if (good.size() == 1) return List.of(new Outcome.Failed(good.get(0).number(), refusal(e)));
            // One of them is to blame: each alone, so that the others come in.
            List<Outcome> outcomes = new ArrayList<>();
            for (ReadLine line : good) outcomes.addAll(take(List.of(line), by));
            return outcomes;
        }
    }

    private static List<Outcome> done(List<Taking.Taken> taken) {
        return taken.stream()
                .<Outcome>map(one -> new Outcome.Done(one.line(), one.story(), one.path()))
                .toList();
    }

    static ImportLine parse(String text) {
        try {
            return Json.MAPPER.readValue(text, ImportLine.class);
        } catch (JsonProcessingException e) {
            throw Json.refusal(e);
        }
    }

    private static Refusal refusal(RuntimeException e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof Refusal)) cause = cause.getCause();
        if (cause instanceof Refusal refusal) return refusal;
        LOG.log(Level.SEVERE, "A line of an import could not be taken", e);
        return new Refusal(Refusal.Reason.NOT_NOW, "something-broke", Map.of("reference", ""));
    }
}
