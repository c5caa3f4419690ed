package org.minbar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Words;
import org.minbar.view.Messages;

/** Says what a person may be: “Translator (French and English)”. */
@ApplicationScoped
public class RoleWords {

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    protected RoleWords() {}

    /** A text for each of her roles, in the order in which the house lists them. */
    List<String> of(Person person, Language language) {
        List<String> words = new ArrayList<>();
        for (Role role : Role.values()) {
            Set<String> tags = person.grants().stream()
                    .filter(grant -> grant.role() == role)
                    .map(Grant::lang)
                    .collect(Collectors.toSet());
            if (!tags.isEmpty()) words.add(say(role, tags, language));
        }
        return words;
    }

    String of(Grant grant, Language language) {
        return say(grant.role(), Set.of(grant.lang()), language);
    }

    private String say(Role role, Set<String> tags, Language language) {
        String name = name(role, language);
        if (tags.contains(Grant.EVERY_LANGUAGE)) {
            return messages.say(language, "people.role.everywhere", Map.of("role", name));
        }
        return messages.say(language, "people.role.in", Map.of("role", name, "languages", names(tags, language)));
    }

    String name(Role role, Language language) {
        return messages.say(language, "desk.role." + role.tag());
    }

    private String names(Set<String> tags, Language language) {
        List<String> names = languages.all().stream()
                .filter(each -> tags.contains(each.tag()))
                .map(each -> Locale.forLanguageTag(each.tag()).getDisplayLanguage(language.locale()))
                .toList();
        return Words.list(names, language);
    }
}
