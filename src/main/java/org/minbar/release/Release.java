package org.minbar.release;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.story.Story;
import org.minbar.topic.Topic;

/** What a press release has beside its words, the same in every language. */
@Entity
@Table(name = "press_release")
public class Release {

    @Id
    @Column(name = "story_id")
    private long story;

    @ManyToOne
    @JoinColumn(name = "issuer_id")
    private @Nullable Topic issuer;

    @ManyToOne
    @JoinColumn(name = "place_id")
    private @Nullable Topic place;

    private @Nullable LocalDate dated;

    @ElementCollection
    @CollectionTable(name = "release_contact", joinColumns = @JoinColumn(name = "story_id"))
    @OrderColumn(name = "position")
    private List<Contact> contacts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "release_attachment", joinColumns = @JoinColumn(name = "story_id"))
    @OrderColumn(name = "position")
    private List<Attachment> attachments = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "release_target", joinColumns = @JoinColumn(name = "story_id"))
    @OrderColumn(name = "position")
    @Column(name = "name")
    private List<String> targets = new ArrayList<>();

    @Version
    private long version;

    protected Release() {}

    Release(Story story) {
        this.story = story.id();
    }

    /**
     * What somebody wrote about it.
     *
     * @param issuer the organisation whose word it is
     * @param place and {@code dated}: the dateline, “Rabat, 21 November 2026”
     * @param targets for whom it is: names of lists that the newsroom keeps
     */
    public record Facts(
            Optional<Topic> issuer,
            Optional<Topic> place,
            Optional<LocalDate> dated,
            List<Contact> contacts,
            List<Attachment> attachments,
            List<String> targets) {}

    ReleaseChanged settle(Facts facts, Caller by) {
        by.needs(Permission.WRITE);
        issuer = facts.issuer().orElse(null);
        place = facts.place().orElse(null);
        dated = facts.dated().orElse(null);
        contacts.clear();
        facts.contacts().stream().filter(contact -> !contact.isEmpty()).forEach(contacts::add);
        attachments.clear();
        attachments.addAll(facts.attachments());
        targets.clear();
        targets.addAll(facts.targets());
        return new ReleaseChanged(by.id(), story);
    }

    void attach(Attachment attachment) {
        if (attachments.stream().noneMatch(known -> known.file() == attachment.file())) attachments.add(attachment);
    }

    public long story() {
        return story;
    }

    public Optional<Topic> issuer() {
        return Optional.ofNullable(issuer);
    }

    public Optional<Topic> place() {
        return Optional.ofNullable(place);
    }

    public Optional<LocalDate> dated() {
        return Optional.ofNullable(dated);
    }

    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    /** Those whom readers may ask. */
    public List<Contact> openContacts() {
        return contacts.stream().filter(Contact::isOpen).toList();
    }

    public List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** The numbers of the files that come with an edition in this language. */
    public List<Long> attachedTo(String lang) {
        return attachments.stream()
                .filter(attachment -> attachment.isFor(lang))
                .map(Attachment::file)
                .toList();
    }

    public List<String> targets() {
        return List.copyOf(targets);
    }
}
