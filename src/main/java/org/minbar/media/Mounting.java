package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Dimensions;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.language.Language;
import org.minbar.language.Numbers;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;

/**
 * Hangs pictures into texts. A text as {@link org.minbar.text.BodyHtml} keeps it names files by their numbers; here they
 * become what a page shows, with the words of the use and of the language. A file that may no longer be shown leaves a
 * placeholder, one that there isn't leaves nothing; what partner sites may not have, they don't get.
 */
@ApplicationScoped
public class Mounting {

    /** For whom it is. */
    public enum Audience {
        READERS,
        /** Addresses are absolute, since the text is shown elsewhere. */
        PARTNERS
    }

    private static final Pattern FIGURE = Pattern.compile(
            "<figure class=\"file\" data-file=\"([0-9]{1,18})\"(?: data-alt=\"([^\"]*)\")?(?: data-credit=\"([^\"]*)\")?"
                    + "( data-decorative)?>(?:<figcaption([^>]*)>(.*?)</figcaption>)?</figure>\\n?",
            Pattern.DOTALL);

    private static final Pattern GALLERY = Pattern.compile(
            "<figure class=\"gallery\">\\n((?:<figure class=\"file\".*?</figure>\\n)+)"
                    + "(?:<figcaption([^>]*)>(.*?)</figcaption>)?</figure>",
            Pattern.DOTALL);

    private static final int MIDDLING = 960;
    private static final int LARGE = 2048;
    private static final String COLUMN = "(min-width: 48em) 42rem, 100vw";
    private static final String TILE = "(min-width: 48em) 21rem, 80vw";

    @Inject
    private MediaFiles files;

    @Inject
    private Printing printing;

    @Inject
    private Messages messages;

    @Inject
    private SiteAddress site;

    protected Mounting() {}

    /**
     * What an edition shows.
     *
     * @param picture the story's picture
     * @param body as it is kept
     */
    public record Wall(Optional<Long> picture, String body) {}

    /** One text. */
    public Hung hang(Wall wall, Language language, Audience audience) {
        return new Hand(load(List.of(wall)), language, audience).hang(wall);
    }

    /** Several texts of a language, with one look into the library. */
    public List<Hung> hang(List<Wall> walls, Language language, Audience audience) {
        Hand hand = new Hand(load(walls), language, audience);
        return walls.stream().map(hand::hang).toList();
    }

    /** Texts of a language that nothing is taken out of: each picture stands where it stands. */
    public List<String> mount(List<String> bodies, Language language, Audience audience) {
        Hand hand = new Hand(
                load(bodies.stream()
                        .map(body -> new Wall(Optional.empty(), body))
                        .toList()),
                language,
                audience);
        return bodies.stream().map(hand::mounted).toList();
    }

    /** The pictures by which editions of a language are known, in their order, with one look into the library. */
    public List<Optional<Shown>> faces(List<Wall> walls, Language language) {
        Hand hand = new Hand(load(walls), language, Audience.READERS);
        return walls.stream().map(hand::face).toList();
    }

    private Map<Long, MediaFile> load(List<Wall> walls) {
        Set<Long> wanted = new LinkedHashSet<>();
        for (Wall wall : walls) {
            wall.picture().ifPresent(wanted::add);
            wanted.addAll(Figures.in(wall.body()));
        }
        Map<Long, MediaFile> loaded = new HashMap<>(files.of(wanted));
        Set<Long> within = new LinkedHashSet<>();
        for (MediaFile file : loaded.values()) {
            file.poster().ifPresent(within::add);
            within.addAll(file.captions().values());
        }
        within.removeAll(loaded.keySet());
        loaded.putAll(files.of(within));
        return loaded;
    }

    /** Does the work, for one language and one audience. */
    private final class Hand {

        private final Map<Long, MediaFile> known;
        private final Language language;
        private final Audience audience;
        private final LocalDate today;
        private final String prefix;
        private final boolean webp;

        Hand(Map<Long, MediaFile> known, Language language, Audience audience) {
            this.known = known;
            this.language = language;
            this.audience = audience;
            this.today = files.today();
            this.webp = printing.can(Format.WEBP);
            String root = site.of("/").toString();
            this.prefix = audience == Audience.PARTNERS ? root.substring(0, root.length() - 1) : "";
        }

        Hung hang(Wall wall) {
            Optional<Shown> lead = Optional.empty();
            String body = wall.body();
            Matcher first = FIGURE.matcher(body);
            if (first.lookingAt() && picture(first).isPresent()) {
                lead = picture(first);
                body = body.substring(first.end());
            } else if (wall.picture().isPresent()) {
                lead = ofStory(wall.picture().get());
            }
            List<Shown> pictures = new ArrayList<>(lead.stream().toList());
            Matcher each = FIGURE.matcher(body);
            while (each.find()) picture(each).ifPresent(pictures::add);
            // Elsewhere there is no place above the text where the picture could stand.
            String opening = audience == Audience.PARTNERS
                    ? lead.map(shown -> pictureHtml(shown, COLUMN) + "\n").orElse("")
                    : "";
            return new Hung(lead, opening + mounted(body), pictures);
        }

        Optional<Shown> face(Wall wall) {
            Matcher each = FIGURE.matcher(wall.body());
            boolean opens = each.lookingAt();
            if (opens && picture(each).isPresent()) return picture(each);
            Optional<Shown> ofStory = wall.picture().flatMap(this::ofStory);
            if (ofStory.isPresent()) return ofStory;
            each.reset();
            while (each.find()) {
                Optional<Shown> picture = picture(each);
                if (picture.isPresent()) return picture;
            }
            return Optional.empty();
        }

        private Optional<Shown> ofStory(long number) {
            return shown(number, "", "", "", false).filter(shown -> shown.file().isPicture());
        }

        private Optional<Shown> picture(Matcher figure) {
            return shown(figure).filter(shown -> shown.file().isPicture());
        }

        private Optional<Shown> shown(Matcher figure) {
            return shown(
                    Long.parseLong(figure.group(1)),
                    plain(figure.group(2)),
                    caption(figure.group(5), figure.group(6)),
                    plain(figure.group(3)),
                    figure.group(4) != null);
        }

        /** What may be shown to this audience today. */
        private Optional<Shown> shown(long number, String alt, String caption, String credit, boolean decorative) {
            return Optional.ofNullable(known.get(number))
                    .filter(file -> !file.isExpired(today))
                    .filter(file -> audience == Audience.READERS || file.isForPartners())
                    .map(file -> Shown.of(file, language, alt, caption, credit, decorative, webp));
        }

        private String mounted(String body) {
            if (!body.contains("<figure class=\"file\"")) return body;
            Matcher gallery = GALLERY.matcher(body);
            StringBuilder html = new StringBuilder(body.length() + 2_000);
            while (gallery.find()) {
                gallery.appendReplacement(
                        html,
                        Matcher.quoteReplacement(
                                gallery(gallery.group(1), caption(gallery.group(2), gallery.group(3)))));
            }
            gallery.appendTail(html);
            return figures(html.toString(), COLUMN);
        }

        private String gallery(String inside, String caption) {
            long count = FIGURE.matcher(inside).results().count();
            String label = messages.say(language, "media.gallery", Map.of("count", count));
            // A list that can be slid on a phone; its pictures lead to large prints of themselves.
            return "<figure class=\"gallery\" role=\"group\" aria-label=\"" + Shown.escaped(label)
                    + "\">\n<div class=\"tiles\" tabindex=\"0\">\n" + figures(inside, TILE) + "</div>"
                    + (caption.isEmpty() ? "" : "\n<figcaption>" + caption + "</figcaption>") + "</figure>";
        }

        private String figures(String html, String sizes) {
            Matcher figure = FIGURE.matcher(html);
            StringBuilder mounted = new StringBuilder(html.length() + 1_000);
            while (figure.find()) {
                figure.appendReplacement(mounted, Matcher.quoteReplacement(figure(figure, sizes)));
            }
            return figure.appendTail(mounted).toString();
        }

        private String figure(Matcher figure, String sizes) {
            Optional<Shown> shown = shown(figure);
            if (shown.isPresent()) return html(shown.get(), sizes) + "\n";
            MediaFile file = known.get(Long.parseLong(figure.group(1)));
            // Readers are told that something stood here; who takes the text elsewhere gets it without the gap.
            return file == null || audience == Audience.PARTNERS || !file.isExpired(today)
                    ? ""
                    : "<figure class=\"expired\"><p>" + Shown.escaped(messages.say(language, "media.expired"))
                            + "</p></figure>\n";
        }

        private String html(Shown shown, String sizes) {
            return switch (shown.file().form()) {
                case PICTURE -> pictureHtml(shown, sizes);
                case SOUND, FILM -> capsule(shown);
                case DOCUMENT -> document(shown);
                case CAPTIONS -> "";
            };
        }

        private String pictureHtml(Shown shown, String sizes) {
            Dimensions size = shown.size(Shape.WHOLE, MIDDLING);
            String webpSet = shown.srcset(Shape.WHOLE, Format.WEBP, prefix);
            String source = webpSet.isEmpty()
                    ? ""
                    : "<source type=\"image/webp\" srcset=\"" + webpSet + "\" sizes=\"" + sizes + "\">";
            String img = "<img src=\"" + prefix + shown.path(Shape.WHOLE, MIDDLING) + "\" srcset=\""
                    + shown.srcset(Shape.WHOLE, Format.JPEG, prefix) + "\" sizes=\"" + sizes + "\" width=\""
                    + size.width() + "\" height=\"" + size.height() + "\" alt=\"" + Shown.escaped(shown.alt())
                    + "\" loading=\"lazy\" decoding=\"async\">";
            String picture = "<picture>" + source + img + "</picture>";
            return "<figure class=\"picture\"><a href=\"" + prefix + shown.path(Shape.WHOLE, LARGE) + "\">" + picture
                    + "</a>" + captionHtml(shown) + "</figure>";
        }

        private String captionHtml(Shown shown) {
            if (shown.caption().isEmpty() && shown.credit().isEmpty()) return "";
            String credit = shown.credit().isEmpty()
                    ? ""
                    : "<small class=\"credit\">" + Shown.escaped(shown.credit()) + "</small>";
            return "<figcaption>" + shown.caption() + (shown.caption().isEmpty() || credit.isEmpty() ? "" : " ")
                    + credit + "</figcaption>";
        }

        private String capsule(Shown shown) {
            MediaFile file = shown.file();
            boolean film = file.form() == org.minbar.darkroom.Form.FILM;
            String tag = film ? "video" : "audio";
            String poster = file.poster()
                    .flatMap(number -> shown(number, "", "", "", false))
                    .filter(picture -> film)
                    .map(picture -> " poster=\"" + prefix + picture.path(Shape.WIDE, MIDDLING) + "\"")
                    .orElse("");
            StringBuilder tracks = new StringBuilder();
            file.captions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> Optional.ofNullable(known.get(entry.getValue()))
                            .ifPresent(captions -> tracks.append("<track kind=\"captions\" srclang=\"")
                                    .append(Shown.escaped(entry.getKey()))
                                    .append("\" label=\"")
                                    .append(Shown.escaped(entry.getKey()))
                                    .append("\" src=\"")
                                    .append(prefix)
                                    .append(captions.path())
                                    .append('"')
                                    .append(entry.getKey().equals(language.tag()) ? " default" : "")
                                    .append('>')));
            String player = "<" + tag + " controls preload=\"none\"" + poster
                    + (shown.alt().isEmpty() ? "" : " aria-label=\"" + Shown.escaped(shown.alt()) + "\"")
                    + "><source src=\"" + prefix + file.path() + "\" type=\""
                    + file.type().mime() + "\">" + tracks + "</" + tag + ">";
            String transcript = file.words(language.tag()).transcript();
            String said = transcript.isEmpty()
                    ? ""
                    : "<details class=\"transcript\"><summary>"
                            + Shown.escaped(messages.say(language, "media.transcript")) + "</summary><p>"
                            + Shown.escaped(transcript)
                                    .replace("\n\n", "</p><p>")
                                    .replace("\n", "<br>")
                            + "</p></details>";
            return "<figure class=\"" + (film ? "film" : "sound") + "\">" + player + captionHtml(shown) + said
                    + "</figure>";
        }

        private String document(Shown shown) {
            MediaFile file = shown.file();
            String name = shown.caption().isEmpty() ? "<bdi>" + Shown.escaped(file.name()) + "</bdi>" : shown.caption();
            return "<figure class=\"document\"><a href=\"" + prefix + file.path() + "\" type=\""
                    + file.type().mime() + "\">" + name + "</a> <small>" + Shown.escaped(weight(file))
                    + "</small></figure>";
        }

        private String weight(MediaFile file) {
            return Mounting.this.weight(file, language);
        }

        /** A caption that runs the other way, or names another language, keeps saying so. */
        private static String caption(@Nullable String attributes, @Nullable String inner) {
            if (inner == null || inner.isEmpty()) return "";
            return attributes == null || attributes.isBlank() ? inner : "<span" + attributes + ">" + inner + "</span>";
        }

        private static String plain(@Nullable String attribute) {
            return attribute == null
                    ? ""
                    : attribute
                            .replace("&quot;", "\"")
                            .replace("&gt;", ">")
                            .replace("&lt;", "<")
                            .replace("&amp;", "&");
        }
    }

    /** The path of the largest print of a picture. */
    public String largest(MediaFile picture) {
        return picture.path(new Print(Shape.WHOLE, LARGE, Format.JPEG));
    }

    /** What kind of file it is and how heavy: “PDF, 1.2 MB”. */
    public String weight(MediaFile file, Language language) {
        double megabytes = Math.max(0.1, file.bytes() / (double) (1 << 20));
        return messages.say(
                language,
                "media.weight",
                Map.of("type", file.type().name(), "megabytes", new Numbers(language).tenths(megabytes)));
    }
}
