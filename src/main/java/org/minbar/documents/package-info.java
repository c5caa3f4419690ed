/**
 * First floor: the text taken out of what people send, PDF and DOCX, Arabic mended where a file has broken it. Plain
 * Java and PDFBox. Nothing that stands in a document is ever run, and nothing is fetched for one.
 */
@NullMarked
package org.minbar.documents;

import org.jspecify.annotations.NullMarked;
