package org.minbar.documents;

import java.nio.file.Path;

/**
 * The text of a document, for somebody who will edit it. What looks wrong and can be put right is mended, and what was
 * mended or could not be is said in {@link Extract#doubts()}.
 *
 * <p>Both methods refuse with {@link org.minbar.language.Refusal}: a file that is damaged or is no such document, one
 * that is locked, one that would run something, and one whose contents are out of all proportion.
 */
public final class DocumentText {

    /** The most characters that are taken, about 150 pages of print. */
    static final int MOST_CHARACTERS = 300_000;

    private DocumentText() {}

    /** A PDF that has letters in it; scans give an empty text and {@link Doubt#NO_TEXT}. Spends 12 seconds at most. */
    public static Extract ofPdf(Path file) {
        return new PdfReading(file).read();
    }

    /** A DOCX of Word, LibreOffice or another, with its footnotes, without what is hidden or struck out. */
    public static Extract ofDocx(Path file) {
        return DocxReading.read(file);
    }
}
