package org.minbar.whole;

import static org.minbar.whole.RunningMinbar.edition;
import static org.minbar.whole.RunningMinbar.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** One page of every kind that readers and editors meet, in the shared newsroom. */
final class EveryPage {

    static final List<String> LANGUAGES = List.of("ar", "fr", "en");

    /** {@code {lang}} in a path stands for the language; {@code {author}} and {@code {month}} for those of the first story. */
    record Seen(String name, String path, int status) {
        String in(String lang) {
            String here = path.replace("{lang}", lang);
            if (!here.contains("{")) return here;
            String address = MINBAR.get("/" + lang + "/1").expect(301).header("Location");
            Document first = MINBAR.get(address).expect(200).page();
            String author = first.expectFirst(".bylines a").attr("href");
            String day = first.expectFirst(".dateline time").attr("datetime");
            return here.replace("{author}", author.substring(author.lastIndexOf('/') + 1))
                    .replace("{month}", day.substring(0, 7).replace('-', '/'));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final RunningMinbar MINBAR = RunningMinbar.shared();
    private static final Map<String, Long> STORIES = stories();

    private EveryPage() {}

    static List<Seen> ofReaders() {
        List<Seen> pages = new ArrayList<>(List.of(
                new Seen("front", "/{lang}/", 200),
                new Seen("section", "/{lang}/sections/culture", 200),
                new Seen("topic", "/{lang}/topics/festival", 200),
                new Seen("place", "/{lang}/places/ouarzazate", 200),
                new Seen("author", "/{lang}/authors/{author}", 200),
                new Seen("archive", "/{lang}/archive", 200),
                new Seen("month", "/{lang}/archive/{month}", 200),
                new Seen("search", "/{lang}/search", 200),
                new Seen("found", "/{lang}/search?q=festival", 200),
                new Seen("nothing found", "/{lang}/search?q=zzzzqqq", 200),
                new Seen("lines", "/{lang}/live", 200),
                new Seen("corrections", "/{lang}/corrections", 200),
                new Seen("releases", "/{lang}/releases", 200),
                new Seen("not found", "/{lang}/nowhere", 404)));
        STORIES.forEach((kind, id) -> pages.add(new Seen(kind, "/{lang}/" + id, kind.equals("withdrawn") ? 410 : 200)));
        return pages;
    }

    /** Those that Lotte may open, and the one in front of them. */
    static List<Seen> ofEditors() {
        List<Seen> pages = new ArrayList<>();
        for (String path : List.of(
                "/desk/",
                "/desk/front",
                "/desk/editions/1",
                "/desk/editions/1/revisions",
                "/desk/new",
                "/desk/import",
                "/desk/media",
                "/desk/media/1",
                "/desk/press",
                "/desk/stories/" + STORIES.get("release") + "/release",
                "/desk/timetable",
                "/desk/matrix",
                "/desk/audit",
                "/desk/people",
                "/desk/people/new",
                "/desk/people/1",
                "/desk/me",
                "/desk/password",
                "/desk/two-step")) {
            pages.add(new Seen(path, path, 200));
        }
        pages.add(new Seen("/desk/nowhere", "/desk/nowhere", 404));
        return pages;
    }

    /** One of the sample for each kind, with its pictures and attachments; what it has not is written here. */
    private static Map<String, Long> stories() {
        Map<String, Long> stories = new LinkedHashMap<>();
        for (int id = 1; id <= 30; id++) {
            Answer answer = MINBAR.get("/api/v1/stories/" + id);
            if (answer.status() != 200) continue;
            JsonNode story = answer.json();
            if (story.get("editions").size() == 3)
                stories.putIfAbsent(story.get("kind").asText(), (long) id);
        }
        stories.put("live", live());
        long withdrawn = MINBAR.open("brief", "culture", inAllLanguages("Cine Atlas"));
        for (String lang : LANGUAGES) {
            MINBAR.publish(withdrawn, lang);
            MINBAR.withdraw(withdrawn, lang, lang.equals("ar") ? "نُشر خطأ." : "1912 ≠ 1921");
        }
        stories.put("withdrawn", withdrawn);
        MINBAR.settle();
        return stories;
    }

    private static long live() {
        long live = MINBAR.open("live", "sports", inAllLanguages("Raja – Wydad"));
        for (String lang : LANGUAGES) {
            MINBAR.publish(live, lang);
            String text = lang.equals("ar") ? "بداية الشوط الثاني." : "1 – 0, Raja.";
            MINBAR.lotte("POST", "/api/v1/tickers/" + live + "/flashes", Map.of("lang", lang, "text", text))
                    .expect(201);
            String note = lang.equals("ar") ? "صُحح اسم الملعب." : "Stade Mohammed V.";
            MINBAR.lotte("POST", edition(live, lang) + "/corrections", Map.of("note", note))
                    .expect(201);
        }
        return live;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object>[] inAllLanguages(String name) {
        return new Map[] {
            words("ar", "مباشر " + name, "خبر من الدار البيضاء", "<p>انطلق قبل قليل.</p>"),
            words("fr", name + ", suivez tout", "À Casablanca", "<p>C’est parti.</p>"),
            words("en", name + ", as it happens", "In Casablanca", "<p>It has begun.</p>"),
        };
    }
}
