package org.minbar.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.minbar.darkroom.Darkroom;
import org.minbar.language.HijriSightings;
import org.minbar.language.Languages;
import org.minbar.media.Bucket;
import org.minbar.media.BucketStore;
import org.minbar.media.FolderStore;
import org.minbar.media.PictureStore;
import org.minbar.media.Quota;
import org.minbar.media.Workbench;
import org.minbar.search.Analysis;
import org.minbar.search.Index;
import org.minbar.view.Assets;
import org.minbar.view.Cabinet;
import org.minbar.view.Messages;
import org.minbar.view.Modules;
import org.minbar.view.Press;
import org.minbar.view.SiteAddress;
import org.minbar.view.Themes;
import org.minbar.web.Edge;

/** Hands the rooms what they may not pick up themselves: the settings, the clock, the languages, the themes. */
@ApplicationScoped
public class Furnishing {

    protected Furnishing() {}

    @Produces
    @Singleton
    Settings settings() {
        return Threshold.settings();
    }

    /** Whole milliseconds, so that an instant is the same after it has been to the database and back. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Produces
    @Singleton
    SiteAddress site(Settings settings) {
        return settings.site();
    }

    @Produces
    @Singleton
    ZoneId zone(Settings settings) {
        return settings.zone();
    }

    @Produces
    @Singleton
    Languages languages(Settings settings) {
        try {
            return Languages.read(cabinet("i18n", settings.i18n())::open);
        } catch (IllegalArgumentException broken) {
            throw Threshold.stop("i18n/languages.properties: " + broken.getMessage());
        }
    }

    @Produces
    @Singleton
    HijriSightings sightings(Settings settings) {
        try {
            return HijriSightings.read(cabinet("i18n", settings.i18n())::open);
        } catch (IllegalArgumentException broken) {
            throw Threshold.stop("i18n/hijri.properties: " + broken.getMessage());
        }
    }

    @Produces
    @Singleton
    Messages messages(Settings settings, Languages languages) {
        return new Messages(cabinet("i18n", settings.i18n()), languages);
    }

    @Produces
    @Singleton
    Themes themes(Settings settings) {
        return new Themes(cabinet("themes", settings.themes()));
    }

    @Produces
    @Singleton
    Edge edge(Settings settings) {
        return new Edge(settings.edge());
    }

    @Produces
    @Singleton
    Assets assets(Themes themes) {
        return new Assets(themes);
    }

    @Produces
    @Singleton
    Modules modules() {
        return new Modules();
    }

    @Produces
    @Singleton
    Press press(
            Settings settings,
            Languages languages,
            Themes themes,
            Messages messages,
            Assets assets,
            Clock clock,
            HijriSightings sightings) {
        try {
            themes.line(settings.theme());
        } catch (IllegalArgumentException noTheme) {
            throw Threshold.stop("MINBAR_THEME=" + settings.theme() + " can't be: " + noTheme.getMessage()
                    + "; name one that there is, or leave the setting out.");
        }
        return new Press(languages, themes, messages, assets, settings.theme(), settings.zone(), clock, sightings);
    }

    @Produces
    @Singleton
    Index index(Settings settings, Languages languages) {
        try {
            return new Index(settings.index(), new Analysis(languages.all()), settings.zone());
        } catch (IllegalStateException inUse) {
            throw Threshold.stop(inUse.getMessage() + "; end it, or give this one a MINBAR_DATA of its own.");
        } catch (UncheckedIOException unwritable) {
            throw Threshold.stop(
                    "the index in MINBAR_DATA=" + settings.data() + " can't be opened: " + unwritable.getMessage());
        }
    }

    void close(@Disposes Index index) {
        index.close();
    }

    @Produces
    @Singleton
    PictureStore pictureStore(Settings settings, Clock clock) {
        return settings.mediaBucket().map(Furnishing::inBucket).orElseGet(() -> inFolder(settings, clock));
    }

    @Produces
    @Singleton
    Workbench workbench(Settings settings) {
        try {
            return Workbench.in(settings.data().resolve("workbench"));
        } catch (UncheckedIOException unwritable) {
            throw Threshold.stop("MINBAR_DATA=" + settings.data() + " can't be written to: " + unwritable.getMessage()
                    + "; give it to the user who runs Minbar.");
        }
    }

    @Produces
    @Singleton
    Quota quota(Settings settings) {
        return new Quota(settings.mediaQuota().orElse(0));
    }

    @Produces
    @Singleton
    Darkroom darkroom() {
        return new Darkroom();
    }

    private static PictureStore inBucket(Bucket bucket) {
        try {
            return BucketStore.at(bucket);
        } catch (IllegalStateException closed) {
            throw Threshold.stop("MINBAR_MEDIA_BUCKET=s3://" + bucket.name() + " can't be used: " + closed.getMessage()
                    + "; mend MINBAR_MEDIA_BUCKET, _ENDPOINT, _REGION, _KEY and _SECRET.");
        }
    }

    private static PictureStore inFolder(Settings settings, Clock clock) {
        try {
            return FolderStore.in(settings.media(), clock);
        } catch (UncheckedIOException unwritable) {
            throw Threshold.stop(settings.media() + " in MINBAR_DATA=" + settings.data() + " can't be written to: "
                    + unwritable.getMessage() + "; give it to the user who runs Minbar.");
        }
    }

    void close(@Disposes PictureStore pictures) {
        pictures.close();
    }

    private static Cabinet cabinet(String name, Optional<Path> override) {
        Cabinet packaged = Cabinet.packaged(name);
        return override.map(folder -> Cabinet.folder(folder).before(packaged)).orElse(packaged);
    }
}
