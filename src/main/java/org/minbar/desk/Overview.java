package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Kind;
import org.minbar.story.Standing;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;
import org.minbar.view.Messages;

/** What the board, the matrix and the timetable have in common. */
@ApplicationScoped
public class Overview {

    @Inject
    private Languages languages;

    @Inject
    private Sections sections;

    @Inject
    private Messages messages;

    protected Overview() {}

    public Overview(Languages languages, Sections sections, Messages messages) {
        this.languages = languages;
        this.sections = sections;
        this.messages = messages;
    }

    static String address(long edition) {
        return "/desk/editions/" + edition;
    }

    List<Language> languages() {
        return languages.all();
    }

    List<String> readable(Caller caller) {
        return languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.READ, tag))
                .toList();
    }

    /** The languages in which a person may at least see what she began herself. */
    List<String> openTo(Caller caller) {
        return languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.READ, tag) || caller.may(Permission.WRITE, tag))
                .toList();
    }

    /** The names of the sections by their slugs, in the newspaper's order. */
    Map<String, String> sectionNames(Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Section section : sections.all()) names.put(section.slug(), section.name(language));
        return names;
    }

    List<BoardPage.Choice> sectionChoices(Map<String, String> names, Language language, String chosen) {
        return names.entrySet().stream()
                .map(each -> new BoardPage.Choice(
                        each.getKey(),
                        each.getValue(),
                        language.tag(),
                        each.getKey().equals(chosen)))
                .toList();
    }

    List<BoardPage.Choice> languageChoices(List<String> offered, String chosen) {
        return languages.all().stream()
                .filter(each -> offered.contains(each.tag()))
                .map(each -> new BoardPage.Choice(
                        each.tag(), each.ownName(), each.tag(), each.tag().equals(chosen)))
                .toList();
    }

    List<BoardPage.Choice> kindChoices(Language language, String chosen) {
        return Arrays.stream(Kind.values())
                .map(Kind::tag)
                .map(tag -> new BoardPage.Choice(
                        tag, messages.say(language, "kind." + tag), language.tag(), tag.equals(chosen)))
                .toList();
    }

    /** The edition that a new one is made from: the first begun of those that are alive. */
    static Optional<Standing> origin(List<Standing> standings) {
        return standings.stream().filter(Standing::isAlive).findFirst();
    }

    static boolean isStale(Standing standing, List<Standing> sisters) {
        return standing.isAlive()
                && sisters.stream().anyMatch(other -> standing.isMadeFrom(other) && standing.isStaleAgainst(other));
    }

    /** One chip for each of these languages. */
    List<BoardPage.Chip> chips(List<Standing> standings, List<String> langs, Caller caller) {
        Map<String, Standing> byLang =
                standings.stream().collect(Collectors.toMap(Standing::lang, each -> each, (one, other) -> one));
        String source =
                origin(standings).map(each -> String.valueOf(each.edition())).orElse("0");
        return languages.all().stream()
                .filter(each -> langs.contains(each.tag()))
                .map(each -> {
                    Standing one = byLang.get(each.tag());
                    if (one == null) {
                        boolean may = caller.may(Permission.WRITE, each.tag());
                        return new BoardPage.Chip(each.tag(), each.ownName(), "missing", false, "", may ? source : "");
                    }
                    return new BoardPage.Chip(
                            each.tag(),
                            each.ownName(),
                            one.status().tag(),
                            isStale(one, standings),
                            address(one.edition()),
                            "");
                })
                .toList();
    }

    /** The headline that a person reads best: her own language's, else the first begun that has one. */
    static Optional<Standing> headline(List<Standing> standings, Language language) {
        List<Standing> headed =
                standings.stream().filter(each -> !each.headline().isBlank()).toList();
        return headed.stream()
                .filter(each -> each.lang().equals(language.tag()))
                .findFirst()
                .or(() -> headed.stream().findFirst())
                .or(() -> standings.stream().findFirst());
    }
}
