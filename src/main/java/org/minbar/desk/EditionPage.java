package org.minbar.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minbar.view.DeskFrame;
import org.minbar.view.Html;
import org.minbar.view.Link;

/**
 * Where one edition is written: a story in one language. Template {@code edition} of the theme {@code desk}; it is a
 * whole page without script, and what the script needs is in it. What may be done is said here, as flags and addresses;
 * the template decides nothing.
 *
 * @param id the edition's number
 * @param address {@code /desk/editions/7}: where the text is posted, and below which the script and the steps speak
 * @param board the address of the board
 * @param person the mail address of the person at the desk; what this browser keeps unsaved is kept under it
 * @param lang the tag of the edition's language, which may differ from the screen's
 * @param dir {@code rtl} or {@code ltr}, the direction of the edition
 * @param languageName the language's name in its own language
 * @param locale the screen's regional locale as a BCP 47 tag with its digits, for dates and numbers that the script
 *     writes: {@code ar-MA-u-nu-latn}
 * @param offset how far the newsroom's clock is from UTC at this moment: {@code +01:00}
 * @param text what stands in the fields: the saved text, or after a refusal the text as it was sent
 * @param version the version that {@code text} comes from; goes back as {@code from}
 * @param saved when that version was saved; empty for an edition that has no text yet
 * @param savedBy by whom; may be empty
 * @param status where the edition stands: {@code draft}, {@code review}, {@code ready}, {@code scheduled},
 *     {@code published}, {@code corrected}, {@code withdrawn} or {@code archived}
 * @param due when it goes out, where it is scheduled
 * @param promised whether it goes out as soon as it is approved
 * @param publicUrl where readers see it; empty while they do not
 * @param editable whether this person may change the text; a lock of somebody else does not count here
 * @param steps what this person may do with the edition now
 * @param details what holds for the story in every language; empty where this person may not change it
 * @param picture the picture that opens the story in every language
 * @param others the other languages of the house, each with how far its edition is
 * @param holder who else is writing here at this moment
 * @param unsaved a text of this person that is newer than the saved one; without script the page leads to it
 * @param revisions the address of the list of revisions
 * @param refusal why the last try failed, as a whole sentence; may be empty
 * @param beside the edition to read beside this one, where one was asked for
 * @param importMap the whole element {@code <script type="importmap">…</script>}; the security policy names the SHA-256
 *     of what stands between its tags
 */
public record EditionPage(
        DeskFrame frame,
        String id,
        String address,
        String board,
        String person,
        String lang,
        String dir,
        String languageName,
        String locale,
        String offset,
        Text text,
        long version,
        Optional<Instant> saved,
        String savedBy,
        String status,
        Optional<Instant> due,
        boolean promised,
        String publicUrl,
        boolean editable,
        Steps steps,
        Optional<Details> details,
        Optional<Lead> picture,
        List<Sister> others,
        Optional<Holder> holder,
        Optional<Unsaved> unsaved,
        String revisions,
        String refusal,
        Optional<Beside> beside,
        Html importMap) {

    /**
     * The text in the fields.
     *
     * @param body HTML as {@code text.BodyHtml} writes it, or as it was sent; it stands in a textarea, escaped
     */
    public record Text(
            String headline,
            String standfirst,
            String body,
            String slug,
            List<Line> bylines,
            String searchTitle,
            String searchText,
            String socialText) {

        /** An empty row for one more name. */
        public Line another() {
            return new Line("", "writer");
        }
    }

    /**
     * A name under the headline.
     *
     * @param role {@code writer}, {@code reporting}, {@code photo} or {@code translation}
     */
    public record Line(String name, String role) {}

    /**
     * What this person may do with the edition as it stands. Each is a form that posts below {@code address}.
     *
     * @param review hand it in: {@code POST review}
     * @param approval say that it is ready: {@code POST approval}
     * @param unpromising say that it does not go out by itself: {@code POST promise} with {@code on=false}
     * @param sendingBack send it back to its writer: {@code POST return} with {@code note}
     * @param publication publish now: {@code POST publication} with any number of {@code with}: the id of a sister that
     *     goes out together with it, or {@code 7:ready} for one that follows as soon as it is approved
     * @param schedule publish later: {@code POST schedule} with {@code at} and any number of {@code with}
     * @param correction correct what is public: {@code POST correction} with {@code note}
     * @param withdrawal withdraw what is public: {@code POST withdrawal} with {@code reason}
     * @param archive put it away: {@code POST archive}
     * @param level say that it follows its source again: {@code POST level}
     * @param at what the field for the time holds: {@code 2026-03-04T18:00} in the newsroom's zone; may be empty
     * @param zoneName a sentence that says whose time it is, and warns where Ramadan time shifts it
     * @param who who can do what this person cannot, as a whole sentence; may be empty
     */
    public record Steps(
            boolean review,
            boolean approval,
            boolean unpromising,
            boolean sendingBack,
            boolean publication,
            boolean schedule,
            boolean correction,
            boolean withdrawal,
            boolean archive,
            boolean level,
            String at,
            String zoneName,
            String who) {}

    /**
     * What holds for the story in every language; a form of its own.
     *
     * @param address {@code /desk/stories/12/details}; the form also sends {@code back}, where to go afterwards
     * @param topics names in the screen's language, with commas between
     * @param places likewise
     * @param embargo {@code 2026-03-04T18:00} in the newsroom's zone; may be empty
     * @param release where a press release's issuer, contacts and attachments are; empty for other kinds
     * @param console where the lines of a live story are written; empty for other kinds
     * @param lines that lead to the story, each in a language of its own; without an address for who may not change them
     */
    public record Details(
            String address,
            List<Choice> sections,
            List<Choice> kinds,
            String topics,
            String places,
            String embargo,
            String release,
            String console,
            List<Link> lines) {}

    /** A picture of the library, with its words in the edition's language; {@code missing}: {@code alt}, {@code credit}. */
    public record Lead(long id, String thumb, String alt, String caption, String credit, List<String> missing) {}

    /** One of the things that a field offers. */
    public record Choice(String value, String name, boolean chosen) {}

    /**
     * The same story in another language.
     *
     * @param id the edition's number; empty where it is not begun
     * @param name the language's name in its own language
     * @param status as of an edition, or {@code missing}
     * @param staleness “2 of 9 paragraphs changed” in the screen's language; empty where nothing did
     * @param url where it is written, or begun; empty where this person may not
     * @param beside this page with that edition beside it; empty where there is nothing to read
     * @param ready whether it may go out together with this one, by this person
     * @param promisable whether this person may let it go out as soon as it is approved
     * @param promised whether it does
     */
    public record Sister(
            String id,
            String lang,
            String name,
            String status,
            String staleness,
            String url,
            String beside,
            boolean ready,
            boolean promisable,
            boolean promised) {}

    /** Somebody else who is writing here. */
    public record Holder(String name, Instant since) {}

    /**
     * A text that was never saved.
     *
     * @param url where it is shown beside the saved one, and may be restored
     */
    public record Unsaved(Instant at, String url) {}

    /**
     * An edition to be read beside this one.
     *
     * @param url where it is written
     * @param staleCount how many of its paragraphs changed since this edition last followed it
     * @param paragraphs its body's blocks in order, numbered as this edition's are
     */
    public record Beside(
            String lang,
            String dir,
            String languageName,
            String headline,
            String standfirst,
            String url,
            int staleCount,
            List<Paragraph> paragraphs) {}

    /**
     * A block of the edition beside.
     *
     * @param words HTML as {@code text.BodyHtml} writes it for this block alone
     * @param stale whether it changed since this edition last followed it
     * @param pieces what changed in it; empty where nothing did
     */
    public record Paragraph(Html words, boolean stale, List<Piece> pieces) {}

    /**
     * A stretch of a comparison.
     *
     * @param op {@code =} stayed, {@code -} went, {@code +} came
     */
    public record Piece(String op, String text) {}
}
