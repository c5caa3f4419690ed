package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which story shows which file. */
@ApplicationScoped
public class Uses {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Uses() {}

    public Uses(EntityManager em) {
        this.em = em;
    }

    /**
     * From now on this part of the story shows these files and no others; numbers of files that there aren't are passed
     * over.
     *
     * @param lang a language tag, or {@link Use#EVERY_LANGUAGE}
     */
    public void shows(long story, String lang, Use.Part part, Collection<Long> files) {
        List<Use> before = em.createQuery(
                        "select u from Use u where u.story = :story and u.lang = :lang and u.part = :part", Use.class)
                .setParameter("story", story)
                .setParameter("lang", lang)
                .setParameter("part", part)
                .getResultList();
        Set<Long> wanted = new LinkedHashSet<>(existing(files));
        for (Use use : before) {
            if (!wanted.remove(use.file())) em.remove(use);
        }
        wanted.forEach(file -> em.persist(new Use(story, lang, file, part)));
    }

    private List<Long> existing(Collection<Long> files) {
        if (files.isEmpty()) return List.of();
        return em.createQuery("select f.id from MediaFile f where f.id in :files", Long.class)
                .setParameter("files", files)
                .getResultList();
    }

    /** Those of these files that a story shows. */
    public Set<Long> among(Collection<Long> files) {
        if (files.isEmpty()) return Set.of();
        return new HashSet<>(em.createQuery("select distinct u.file from Use u where u.file in :files", Long.class)
                .setParameter("files", files)
                .getResultList());
    }

    /** Where a file is used, the newest story first. */
    public List<Use> of(long file) {
        return em.createQuery("select u from Use u where u.file = :file order by u.story desc, u.lang", Use.class)
                .setParameter("file", file)
                .getResultList();
    }

    /** Whether it is the poster or the captions of another file. */
    public boolean isWithin(long file) {
        return !holding(file).isEmpty();
    }

    /** The films and sounds whose poster or captions this file is. */
    public List<Long> holding(long file) {
        return em.createQuery(
                        "select distinct f.id from MediaFile f left join f.captions c"
                                + " where f.poster = :file or value(c) = :file",
                        Long.class)
                .setParameter("file", file)
                .getResultList();
    }
}
