package org.minbar.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.text.Markup;

/** The lexicon of topics. */
@ApplicationScoped
public class Topics {

    private static final int LONGEST = 120;

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Topics() {}

    public Topics(EntityManager em) {
        this.em = em;
    }

    public Topic add(Topic topic) {
        em.persist(topic);
        return topic;
    }

    public List<Topic> all() {
        return em.createQuery("select distinct t from Topic t left join fetch t.names order by t.slug", Topic.class)
                .getResultList();
    }

    public Optional<Topic> find(String slug) {
        // PostgreSQL refuses to look for a text that has this in it.
        if (slug.indexOf('\0') >= 0) return Optional.empty();
        return em.createQuery("select t from Topic t where t.slug = :slug", Topic.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** Those of these that there are. */
    public List<Topic> find(Collection<String> slugs) {
        if (slugs.isEmpty()) return List.of();
        return em.createQuery("select t from Topic t where t.slug in :slugs", Topic.class)
                .setParameter("slugs", slugs)
                .getResultList();
    }

    /** The topics with this slug, or with this name in any language, whatever its case. */
    public List<Long> named(String name) {
        return em.createQuery(
                        "select distinct t.id from Topic t left join t.names n"
                                + " where t.slug = :name or lower(value(n)) = lower(:name)",
                        Long.class)
                .setParameter("name", name)
                .getResultList();
    }

    public Topic get(String slug) {
        return find(slug)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-topic", Map.of("value", slug)));
    }

    /** The topic, made with this name if it is missing: for imports. */
    public Topic findOrMake(String slug, String lang, String name) {
        Optional<Topic> known = find(slug);
        return known.orElseGet(() -> {
            Topic made = new Topic(slug, Map.of(lang, name));
            em.persist(made);
            em.flush();
            return made;
        });
    }

    /**
     * The topic of this name: in the language, else in any, else the one that shows its slug because nobody has named it
     * in the language yet; made if there is none.
     *
     * @throws Refusal {@code too-long}
     */
    public Topic named(String name, Language language) {
        String line = Markup.cleanLine(name);
        if (line.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "too-long", Map.of("field", "topics", "longest", LONGEST), "topics");
        }
        String folded = line.toLowerCase(language.locale());
        List<Topic> known = em.createQuery(
                        "select distinct t from Topic t left join t.names n"
                                + " where t.slug = :line or lower(value(n)) = :name order by t.id",
                        Topic.class)
                .setParameter("line", line)
                .setParameter("name", folded)
                .getResultList();
        return known.stream()
                .filter(topic -> folded.equals(
                        topic.names().getOrDefault(language.tag(), "").toLowerCase(language.locale())))
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElseGet(() -> findOrMake(Slug.transliterated(line, language).value(), language.tag(), line));
    }
}
