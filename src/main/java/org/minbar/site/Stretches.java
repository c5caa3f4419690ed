package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.live.Coverage;
import org.minbar.live.Covering;

/** Which stretch of a ticker's lines a reader asks for: a page by its number, or the page on which a line stands. */
@ApplicationScoped
class Stretches {

    private static final String PAGE = "page";
    private static final String LINE = "e";

    @Inject
    private Covering covering;

    protected Stretches() {}

    /**
     * The number of the page, 1 for the newest. {@code ?e=12} finds the page of line 12; one that was taken out leads to
     * the newest.
     *
     * @throws Refusal {@code no-such-page} for a page that there isn't
     */
    int asked(String ticker, Language language, MultivaluedMap<String, String> query) {
        @Nullable String line = query.getFirst(LINE);
        if (line != null && line.matches("[1-9][0-9]{0,8}")) {
            return covering.pageOf(ticker, language, Integer.parseInt(line)).orElse(1);
        }
        @Nullable String page = query.getFirst(PAGE);
        if (page == null) return 1;
        int number = page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 0;
        if (number < 1 || number > covering.pages(ticker, language)) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, "no-such-page");
        }
        return number;
    }

    /** @param path of the page on which the ticker is read */
    static Paging paging(Coverage coverage, String path) {
        return new Paging(
                coverage.page() == 1 ? "" : coverage.page() == 2 ? path : path + "?page=" + (coverage.page() - 1),
                coverage.page() == coverage.pages() ? "" : path + "?page=" + (coverage.page() + 1),
                coverage.page(),
                coverage.pages());
    }
}
