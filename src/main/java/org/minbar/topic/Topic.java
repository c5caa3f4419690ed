package org.minbar.topic;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import org.minbar.language.Language;

/**
 * What a story is about: one entry of the lexicon, with its names. Its slug is the same in every language. A place is one
 * too, and an organisation: what happens in Essaouira is told about Essaouira, what a ministry says about the ministry.
 */
@Entity
@Table(name = "topic")
public class Topic {

    public enum Kind {
        SUBJECT,
        PLACE,
        ORGANISATION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "topic")
    @SequenceGenerator(name = "topic", sequenceName = "topic_seq", allocationSize = 50)
    private long id;

    private String slug;

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.SUBJECT;

    @ElementCollection
    @CollectionTable(name = "topic_name", joinColumns = @JoinColumn(name = "topic_id"))
    @MapKeyColumn(name = "lang")
    @Column(name = "name")
    private Map<String, String> names = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Topic() {}

    /** @param names by language tag */
    public Topic(String slug, Map<String, String> names) {
        this.slug = slug;
        this.names.putAll(names);
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public boolean isPlace() {
        return kind == Kind.PLACE;
    }

    /** Somebody who knows says that this is a place. */
    public Topic asPlace() {
        kind = Kind.PLACE;
        return this;
    }

    public boolean isOrganisation() {
        return kind == Kind.ORGANISATION;
    }

    /** Somebody who knows says that this is an organisation. */
    public Topic asOrganisation() {
        kind = Kind.ORGANISATION;
        return this;
    }

    /** Its name in the language, or the slug as long as nobody has named it there. */
    public String name(Language language) {
        return names.getOrDefault(language.tag(), slug);
    }

    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    public void name(String lang, String name) {
        names.put(lang, name);
    }
}
