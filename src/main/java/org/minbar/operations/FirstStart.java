package org.minbar.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.minbar.identity.Grant;
import org.minbar.identity.Password;
import org.minbar.identity.People;
import org.minbar.identity.Person;
import org.minbar.identity.Role;
import org.minbar.journal.Journal;
import org.minbar.topic.Section;
import org.minbar.topic.Sections;

/** What an empty newsroom needs before anybody can work in it. */
@ApplicationScoped
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

    /** Slug, then the names in Arabic, French and English. */
    private static final List<List<String>> SECTIONS = List.of(
            List.of("politics", "سياسة", "Politique", "Politics"),
            List.of("economy", "اقتصاد", "Économie", "Economy"),
            List.of("society", "مجتمع", "Société", "Society"),
            List.of("culture", "ثقافة", "Culture", "Culture"),
            List.of("sports", "رياضة", "Sports", "Sports"),
            List.of("technology", "تكنولوجيا", "Technologie", "Technology"),
            List.of("health", "صحة", "Santé", "Health"),
            List.of("education", "تعليم", "Éducation", "Education"),
            List.of("environment", "بيئة", "Environnement", "Environment"),
            List.of("world", "العالم", "Monde", "World"),
            List.of("justice", "عدالة", "Justice", "Justice"),
            List.of("opinion", "رأي", "Opinions", "Opinion"));

    @Inject
    private People people;

    @Inject
    private Sections sections;

    @Inject
    private Journal journal;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    protected FirstStart() {}

    @Transactional
    public void administrator() {
        journal.alone();
        if (!people.isEmpty()) return;
        Password password =
                settings.adminPassword().map(Password::chosen).orElseGet(() -> Password.random(new SecureRandom()));
        Person administrator = new Person(settings.adminEmail(), "Administrator", password, clock);
        administrator.grant(Set.of(new Grant(Role.ADMINISTRATOR, Grant.EVERY_LANGUAGE)));
        if (settings.adminPassword().isEmpty()) administrator.mustChangePassword();
        people.add(administrator);
        if (settings.adminPassword().isEmpty()) {
            LOG.warning(() -> "The first administrator is " + settings.adminEmail() + " with the password "
                    + password.reveal() + " (shown this once; it must be changed at the first sign-in)");
        }
    }

    @Transactional
    public void sections() {
        journal.alone();
        if (!sections.all().isEmpty()) return;
        int position = 1;
        for (List<String> names : SECTIONS) {
            sections.add(new Section(
                    names.get(0), position++, Map.of("ar", names.get(1), "fr", names.get(2), "en", names.get(3))));
        }
    }
}
