package org.minbar.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Refusal;

/** The sections, in the order in which the newspaper shows them. */
@ApplicationScoped
public class Sections {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Sections() {}

    public Sections(EntityManager em) {
        this.em = em;
    }

    public Section add(Section section) {
        em.persist(section);
        return section;
    }

    public List<Section> all() {
        return em.createQuery(
                        "select distinct s from Section s left join fetch s.names order by s.position, s.id",
                        Section.class)
                .getResultList();
    }

    public Optional<Section> find(String slug) {
        // PostgreSQL refuses to look for a text that has this in it.
        if (slug.indexOf('\0') >= 0) return Optional.empty();
        return em.createQuery("select s from Section s where s.slug = :slug", Section.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public Section get(String slug) {
        return find(slug)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-section", Map.of("value", slug)));
    }

    /** The section, made at the end of the row if it is missing: for imports, which must not lose a story over it. */
    public Section findOrMake(String slug, String lang, String name) {
        Optional<Section> known = find(slug);
        return known.orElseGet(() -> {
            Section made = new Section(slug, nextPosition(), Map.of(lang, name));
            em.persist(made);
            em.flush();
            return made;
        });
    }

    private int nextPosition() {
        return em.createQuery("select coalesce(max(s.position), 0) from Section s", Integer.class)
                        .getSingleResult()
                + 1;
    }
}
