package org.minbar.release;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a press release has beside its words, as the API tells it.
 *
 * @param issuer the organisation's names by language tag; empty where nobody said
 * @param place the names of the dateline's place by language tag
 * @param contacts to callers without a token only those whom readers may ask
 * @param targets to callers with a token only
 */
public record ReleaseJson(
        Map<String, String> issuer,
        Map<String, String> place,
        Optional<LocalDate> dated,
        List<ContactJson> contacts,
        List<AttachmentJson> attachments,
        List<String> targets) {

    /** @param open whether readers see it */
    public record ContactJson(String name, String duty, String phone, String email, boolean open) {

        static ContactJson of(Contact contact) {
            return new ContactJson(contact.name(), contact.duty(), contact.phone(), contact.email(), contact.isOpen());
        }
    }

    /** @param lang a language tag, or {@code *} for every edition */
    public record AttachmentJson(long file, String lang, String name, String type, URI url) {}
}
