package org.minbar.exchange;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.topic.Topic;
import org.minbar.view.SiteAddress;
import org.minbar.web.Json;

/** Writes every edition that is not withdrawn as a line that the import reads. Memory holds one batch. */
@ApplicationScoped
public class StoriesExport {

    private static final int BATCH = 200;
    private static final ObjectWriter LINE = Json.MAPPER.writerFor(ImportLine.class);

    @Inject
    private Batches batches;

    protected StoriesExport() {}

    /** What the caller may take out: the languages in which she may import. */
    void write(Caller by, OutputStream out) throws IOException {
        long last = 0;
        List<Numbered> batch = batches.after(last, BATCH);
        while (!batch.isEmpty()) {
            for (Numbered one : batch) {
                if (!by.may(Permission.IMPORT, one.lang())) continue;
                out.write(LINE.writeValueAsBytes(one.line()));
                out.write('\n');
            }
            out.flush();
            last = batch.get(batch.size() - 1).edition();
            batch = batches.after(last, BATCH);
        }
    }

    record Numbered(long edition, String lang, ImportLine line) {}

    /** Reads the editions, a batch in each transaction. */
    @ApplicationScoped
    static class Batches {

        @Inject
        private Editions editions;

        @Inject
        private SiteAddress site;

        protected Batches() {}

        @Transactional
        List<Numbered> after(long edition, int limit) {
            return editions.keptAfter(edition, limit).stream()
                    .map(each -> new Numbered(each.id(), each.lang(), line(each)))
                    .toList();
        }

        private ImportLine line(Edition edition) {
            return new ImportLine(
                    edition.lang(),
                    edition.story().kind().tag(),
                    edition.headline(),
                    edition.slug(),
                    edition.standfirst(),
                    edition.body(),
                    edition.story().section().slug(),
                    edition.story().topics().stream().map(Topic::slug).toList(),
                    edition.bylines(),
                    edition.published().or(edition::scheduledFor).orElse(null),
                    edition.story().embargo().orElse(null),
                    edition.sourceUrl().orElseGet(() -> site.of(edition.path()).toString()),
                    edition.story()
                            .origin()
                            .orElseGet(() -> site.host() + "/" + edition.story().id()));
        }
    }
}
