package org.minbar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.validation.SimpleDocumentValidator.SchemaReadException;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu checker (nu.validator), which knows the HTML standard and what ARIA allows on which element. It stands in this
 * process and asks nobody. Its style checker is left out: it lags years behind the standards, and refuses logical values,
 * {@code text-wrap} and {@code size-adjust}; what we ask of style sheets stands in {@code StyleSheetsTest}.
 */
public final class HtmlChecker {

    private static final String HTML_WITH_RDFA_LITE = "http://s.validator.nu/html5-rdfalite.rnc";

    private final SimpleDocumentValidator checker;
    private final List<String> errors = new ArrayList<>();

    public HtmlChecker() {
        Logger.getRootLogger().setLevel(Level.OFF);
        try {
            checker = new SimpleDocumentValidator(true, false, false);
            checker.setUpMainSchema(HTML_WITH_RDFA_LITE, new Noting());
            checker.setUpValidatorAndParsers(new Noting(), false, false);
            checker.setAllowCss(false);
        } catch (SchemaReadException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The checker brings its schemas along", e);
        }
    }

    /** What the standard does not allow, with its line; warnings are advice and left out. Not for two threads at once. */
    public List<String> errors(String html) {
        errors.clear();
        InputSource page = new InputSource(new StringReader(html));
        page.setSystemId("https://minbar.example/");
        try {
            checker.checkHtmlInputSource(page);
        } catch (IOException | SAXException e) {
            errors.add(e.toString());
        }
        return List.copyOf(errors);
    }

    private final class Noting implements ErrorHandler {
        @Override
        public void warning(SAXParseException advice) {
            // Advice, such as that a section should have a heading.
        }

        @Override
        public void error(SAXParseException error) {
            errors.add("line " + error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
