package org.minbar.documents;

import java.util.Optional;
import java.util.Set;

/**
 * What was read out of a document.
 *
 * @param text paragraphs with an empty line between, NFC, without control characters; rows of a table on lines of their
 *     own with tabs between the cells
 * @param pages how many pages the document has, 0 where it does not say
 * @param title from the properties of the document, never from its text
 * @param doubts what an editor should know before she trusts the text, in the order of {@link Doubt}
 */
public record Extract(String text, int pages, Optional<String> title, Set<Doubt> doubts) {}
