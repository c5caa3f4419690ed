package org.minbar.view;

/**
 * A name that leads somewhere.
 *
 * @param name as people read it, in the language {@code lang}
 * @param url where it leads; empty where the name leads nowhere
 * @param lang the tag of the name's language, which may differ from the page's
 * @param current whether the reader is there already
 */
public record Link(String name, String url, String lang, boolean current) {

    public Link(String name, String url, String lang) {
        this(name, url, lang, false);
    }
}
