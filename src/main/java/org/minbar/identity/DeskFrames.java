package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.view.DeskFrame;
import org.minbar.view.Link;
import org.minbar.view.Messages;

/** Makes what stands around a screen of the editors. */
@ApplicationScoped
public class DeskFrames {

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    protected DeskFrames() {}

    /**
     * @param titleKey the message that names the screen
     * @param path the screen's address
     */
    public DeskFrame of(Language language, String titleKey, String path) {
        return of(language, titleKey, path, "");
    }

    /** @param notice a sentence about what just happened; may be empty */
    public DeskFrame of(Language language, String titleKey, String path, String notice) {
        return new DeskFrame(
                messages.say(language, titleKey),
                messages.say(language, "site.name"),
                doorkeeper.known().map(Caller::name).orElse(""),
                notice,
                menu(language, path),
                languages.all().stream()
                        .filter(other -> !other.equals(language))
                        .map(other -> new Link(other.ownName(), same(path, other), other.tag()))
                        .toList());
    }

    /** The same screen, as narrowed as it is, in another language. */
    private String same(String path, Language other) {
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) return path + "?lang=" + other.tag();
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("lang=") && !pair.startsWith("done="))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        return path + "?" + kept + "lang=" + other.tag();
    }

    private List<Link> menu(Language language, String path) {
        List<Link> menu = new ArrayList<>();
        if (doorkeeper.known().isEmpty()) return menu;
        Caller caller = doorkeeper.caller();
        if (caller.may(Permission.READ) || caller.may(Permission.WRITE))
            menu.add(entry(language, "board.title", "/desk/", path));
        if (caller.may(Permission.WRITE)) menu.add(entry(language, "new-story.title", "/desk/new", path));
        if (caller.may(Permission.LIVE) || caller.may(Permission.WRITE))
            menu.add(entry(language, "console.title", "/desk/live", path));
        if (caller.may(Permission.READ) || caller.may(Permission.WRITE))
            menu.add(entry(language, "media.title", "/desk/media", path));
        if (caller.may(Permission.READ)) menu.add(entry(language, "press.title", "/desk/press", path));
        if (caller.may(Permission.READ)) menu.add(entry(language, "matrix.title", "/desk/matrix", path));
        if (caller.may(Permission.READ)) menu.add(entry(language, "timetable.title", "/desk/timetable", path));
        if (caller.may(Permission.PUBLISH)) menu.add(entry(language, "desk-front.title", "/desk/front", path));
        if (caller.may(Permission.PUBLISH)) menu.add(entry(language, "audit.title", "/desk/audit", path));
        if (caller.may(Permission.IMPORT)) menu.add(entry(language, "import.title", "/desk/import", path));
        if (caller.may(Permission.ADMIN)) menu.add(entry(language, "people.title", "/desk/people", path));
        menu.add(entry(language, "me.title", "/desk/me", path));
        menu.add(new Link(messages.say(language, "desk.to-site"), "/" + language.tag() + "/", language.tag()));
        return menu;
    }

    private Link entry(Language language, String key, String address, String path) {
        return new Link(messages.say(language, key), address, language.tag(), address.equals(path));
    }
}
