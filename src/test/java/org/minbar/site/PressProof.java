package org.minbar.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.view.Assets;
import org.minbar.view.Cabinet;
import org.minbar.view.Messages;
import org.minbar.view.Press;
import org.minbar.view.Themes;

/**
 * Prints every sample page into a folder, with the assets it needs, for a designer to look at:
 * {@code mvn test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.minbar.site.PressProof}, with
 * {@code -Dexec.args="target/proof gazette"} in another theme.
 */
public final class PressProof {

    private static final Pattern ASSET = Pattern.compile("\"(/assets/[^\"]+)\"");

    private PressProof() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/proof");
        Languages languages = Languages.read(Path.of("i18n"));
        Themes themes = new Themes(Cabinet.folder(Path.of("themes")));
        Assets assets = new Assets(themes);
        Press press = press(languages, themes, assets, arguments.length > 1 ? arguments[1] : "default");
        for (Language language : languages.all()) {
            for (var page : new SamplePages(languages, language).all().entrySet()) {
                String html = press.print(page.getValue());
                write(folder.resolve(language.tag() + "-" + page.getKey() + ".html"), folder, html, assets);
            }
        }
    }

    static Press press(Languages languages, Themes themes, Assets assets, String theme) {
        return new Press(
                languages,
                themes,
                new Messages(Cabinet.folder(Path.of("i18n")), languages).strict(),
                assets,
                theme,
                ZoneId.of("Africa/Casablanca"),
                Clock.fixed(SamplePages.NOON, ZoneOffset.UTC),
                HijriSightings.none());
    }

    /** Browsers open the proof from disk, so absolute addresses become ones within the folder. */
    private static void write(Path file, Path folder, String text, Assets assets) throws IOException {
        Matcher found = ASSET.matcher(text);
        while (found.find()) {
            Path copy = folder.resolve(found.group(1).substring(1));
            if (!Files.exists(copy)) {
                Assets.Asset asset = assets.at(found.group(1)).orElseThrow();
                Files.createDirectories(copy.getParent());
                Files.write(copy, asset.bytes());
                if (found.group(1).endsWith(".css")) {
                    String sheet = Files.readString(copy);
                    write(copy, folder, sheet, assets);
                }
            }
        }
        String base = file.toString().endsWith(".css")
                ? folder.toAbsolutePath().toUri().getPath()
                : "./";
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("\"/assets/", "\"" + base + "assets/"));
    }
}
