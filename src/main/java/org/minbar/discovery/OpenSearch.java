package org.minbar.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.minbar.language.Language;
import org.minbar.view.Printable;
import org.minbar.view.XmlDocument;

/**
 * The OpenSearch 1.1 description that lets a browser's address bar search the newsroom in one language.
 *
 * @param shortName the newsroom's name; the standard allows sixteen characters, and the words beyond them are left off
 * @param description a sentence, at most 1024 characters
 * @param search the reader search, without a query
 * @param results the same search as an Atom feed, without a query
 * @param self the address of this description
 */
record OpenSearch(String shortName, String description, Language language, URI search, URI results, URI self) {

    static final String MEDIA_TYPE = "application/opensearchdescription+xml";

    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_DESCRIPTION = 1024;

    void write(OutputStream out) throws IOException {
        XmlDocument xml = new XmlDocument(out);
        xml.open("OpenSearchDescription", "xml:lang", language.tag())
                .namespace("", "http://a9.com/-/spec/opensearch/1.1/")
                .line("ShortName", cut(shortName, LONGEST_NAME))
                .line("Description", cut(description, LONGEST_DESCRIPTION));
        xml.empty("Url", "type", "text/html", "template", template(search));
        xml.empty("Url", "type", "application/atom+xml", "rel", "results", "template", template(results));
        xml.empty("Url", "type", MEDIA_TYPE, "rel", "self", "template", self.toASCIIString());
        xml.line("Language", language.tag())
                .line("InputEncoding", "UTF-8")
                .line("OutputEncoding", "UTF-8")
                .finish();
    }

    /** The braces of a template are no part of a URI, so they are added to its text. */
    private static String template(URI search) {
        return search.toASCIIString() + "?q={searchTerms}&page={startPage?}";
    }

    private static String cut(String text, int most) {
        String line = Printable.line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        int end = line.offsetByCodePoints(0, most);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > 0 ? space : end);
    }
}
