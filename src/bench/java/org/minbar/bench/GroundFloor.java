package org.minbar.bench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Sentence;
import org.minbar.language.Slug;
import org.minbar.text.Body;
import org.minbar.text.BodyHtml;
import org.minbar.text.Comparison;
import org.minbar.text.CopyDesk;
import org.minbar.text.Markup;
import org.minbar.text.MendedBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the ground floor costs a story: microseconds for one of usual length, averaged over sixty-four of them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class GroundFloor {

    private static final int COPIES = 64;
    private static final Map<String, String> FOUND = Map.of(
            "ar",
                    "{count, plural, =0 {لا نتائج} one {نتيجة واحدة في «{place}»} two {نتيجتان في «{place}»} few {# نتائج في «{place}»} many {# نتيجة في «{place}»} other {# نتيجة في «{place}»}}",
            "fr", "{count, plural, =0 {Aucun résultat} one {# résultat à {place}} other {# résultats à {place}}}",
            "en", "{count, plural, =0 {Nothing found} one {# story in {place}} other {# stories in {place}}}");

    @Param({"ar", "fr", "en"})
    public String lang = "ar";

    private final Languages languages = Languages.read(Path.of("i18n"));
    private Language language = languages.first();
    private List<Copywriter.Copy> copies = List.of();
    private List<Body> bodies = List.of();
    private Dates dates = dates(language);
    private Sentence found = Sentence.parse("{count}", language);
    private int turn;

    @Setup
    public void write() {
        language = languages.get(lang);
        Copywriter copywriter = new Copywriter(1421);
        copies = Stream.generate(copywriter::next)
                .filter(copy -> copy.lang().equals(lang))
                .limit(COPIES)
                .toList();
        bodies = copies.stream().map(copy -> Markup.clean(copy.bodyHtml())).toList();
        dates = dates(language);
        found = Sentence.parse(FOUND.getOrDefault(lang, "{count}"), language);
    }

    @Benchmark
    public Body clean_markup() {
        return Markup.clean(next().bodyHtml());
    }

    @Benchmark
    public BodyHtml write_body() {
        return BodyHtml.of(bodies.get(turn()), language.tag(), language.dir());
    }

    @Benchmark
    public MendedBody mend_copy() {
        return CopyDesk.mend(bodies.get(turn()), lang);
    }

    @Benchmark
    public Comparison compare_different_copies() {
        return Comparison.of(bodies.get(turn()), bodies.get(turn()), language.dir());
    }

    @Benchmark
    public String date_and_time() {
        return dates.dateTime(next().publishedAt());
    }

    @Benchmark
    public String hijri_date() {
        return dates.hijri(next().publishedAt());
    }

    @Benchmark
    public Sentence parse_sentence() {
        return Sentence.parse(FOUND.getOrDefault(lang, "{count}"), language);
    }

    @Benchmark
    public String say_sentence() {
        return found.say(Map.of("count", turn(), "place", "ورزازات"));
    }

    @Benchmark
    public Slug slug() {
        return Slug.of(next().title(), language);
    }

    @Benchmark
    public Slug slug_in_latin() {
        return Slug.transliterated(next().title(), language);
    }

    private Copywriter.Copy next() {
        return copies.get(turn());
    }

    private int turn() {
        turn = (turn + 1) % COPIES;
        return turn;
    }

    private static Dates dates(Language language) {
        return new Dates(language, ZoneId.of("Africa/Casablanca"), HijriSightings.none());
    }
}
