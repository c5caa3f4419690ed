package org.minbar.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.minbar.language.HijriSightings;
import org.minbar.language.Languages;
import org.minbar.site.SamplePages;
import org.minbar.view.Assets;
import org.minbar.view.Cabinet;
import org.minbar.view.Messages;
import org.minbar.view.Press;
import org.minbar.view.Themes;
import org.minbar.view.View;
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

/** What it costs to print a page from its model: no database, no HTTP, no cache. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class Printing {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");

    @Param({"ar", "fr", "en"})
    public String lang = "ar";

    private final Languages languages = Languages.read(Path.of("i18n"));
    // Packaged, as it runs: files in a designer's folder are looked at again for every page.
    private final Themes themes = new Themes(Cabinet.packaged("themes"));
    private final Press press = new Press(
            languages,
            themes,
            new Messages(Cabinet.packaged("i18n"), languages),
            new Assets(themes),
            "default",
            ZoneId.of("Africa/Casablanca"),
            Clock.fixed(NOON, ZoneOffset.UTC),
            HijriSightings.none());
    private Map<String, View> pages = Map.of();

    @Setup
    public void fill() {
        pages = new SamplePages(languages, languages.get(lang)).all();
    }

    @Benchmark
    public String story_page() {
        return press.print(page("story"));
    }

    @Benchmark
    public String front_page() {
        return press.print(page("front"));
    }

    private View page(String name) {
        View page = pages.get(name);
        if (page == null) throw new IllegalStateException(name);
        return page;
    }
}
