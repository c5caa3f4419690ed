package org.minbar.text;

/** What a stretch of text may be besides plain. The order is the order in which tags nest, outermost first. */
public enum Mark {
    STRONG("strong"),
    EMPHASIS("em"),
    CODE("code"),
    SUBSCRIPT("sub"),
    SUPERSCRIPT("sup");

    private final String tag;

    Mark(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
