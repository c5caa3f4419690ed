package org.minbar.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.discovery.StructuredData;
import org.minbar.live.Coverage;
import org.minbar.view.Html;
import org.minbar.view.Link;

/**
 * A story in one language, of any kind: template {@code story}.
 *
 * @param kind {@code article}, {@code brief}, {@code release}, {@code review}, {@code live} or {@code page}
 * @param standfirst may be empty
 * @param picture the one that opens the story
 * @param bylines who made it, in the order in which they sign
 * @param published when it was first published
 * @param corrected when it was last corrected
 * @param body the story itself
 * @param issued what stands beside the words of a press release
 * @param topics what it is about: topics, people, organisations
 * @param places where it lies
 * @param corrections what was put right, the newest first
 * @param languages the same story in other languages, each named in its own
 * @param coverage the lines of a live story; empty for other kinds
 * @param paging where the reader stands in the lines
 * @param related stories about the same, in this language
 * @param earlier the story that was published before it in the same section
 * @param later the one that was published after it there
 * @param shortUrl the short absolute address, for sharing and for print
 * @param sharing the ways to hand it on; none for a page that stands outside the news
 */
public record StoryPage(
        Frame frame,
        String kind,
        String headline,
        String standfirst,
        Optional<Link> section,
        Optional<Figure> picture,
        List<Signature> bylines,
        Instant published,
        Optional<Instant> corrected,
        Html body,
        Optional<Issued> issued,
        List<Link> topics,
        List<Link> places,
        List<CorrectionNote> corrections,
        List<Link> languages,
        Optional<Coverage> coverage,
        Paging paging,
        List<Teaser> related,
        Optional<Link> earlier,
        Optional<Link> later,
        String shortUrl,
        List<Share> sharing) {

    /**
     * One person's part in the story.
     *
     * @param role {@code writer}, {@code reporting}, {@code photo}, {@code translation}, {@code editor}, {@code agency}
     *     or {@code source}: the message {@code role.writer} says it
     * @param person the name, and the page of the person's stories where there is one
     */
    public record Signature(String role, Link person) {}

    /**
     * What stands beside the words of a press release.
     *
     * @param issuer the organisation; may be empty
     * @param dateline “Rabat, 21 November 2026”; may be empty
     * @param place the dateline's, alone; may be empty
     * @param attachments what comes with it
     * @param contacts those whom readers may ask
     */
    public record Issued(
            String issuer, String dateline, String place, List<Attached> attachments, List<Contact> contacts) {

        StructuredData.Issued origin() {
            return new StructuredData.Issued(issuer, dateline, place);
        }
    }

    /** @param weight kind and size: “PDF, 1.2 MB” */
    public record Attached(String url, String type, String name, String weight) {}

    /** Somebody who answers questions; each part may be empty. */
    public record Contact(String name, String duty, String phone, String email) {}

    /** What was put right, said to readers, and when. */
    public record CorrectionNote(Instant at, String note) {}
}
