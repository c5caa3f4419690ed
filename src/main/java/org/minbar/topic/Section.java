package org.minbar.topic;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
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

/** A part of the newspaper; every story stands in exactly one. Its slug is the same in every language. */
@Entity
@Table(name = "section")
public class Section {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "section")
    @SequenceGenerator(name = "section", sequenceName = "section_seq", allocationSize = 50)
    private long id;

    private String slug;

    private int position;

    @ElementCollection
    @CollectionTable(name = "section_name", joinColumns = @JoinColumn(name = "section_id"))
    @MapKeyColumn(name = "lang")
    @Column(name = "name")
    private Map<String, String> names = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Section() {}

    /** @param names by language tag */
    public Section(String slug, int position, Map<String, String> names) {
        this.slug = slug;
        this.position = position;
        this.names.putAll(names);
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public int position() {
        return position;
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
