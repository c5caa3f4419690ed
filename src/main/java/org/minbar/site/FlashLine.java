package org.minbar.site;

import java.time.Instant;

/**
 * One line of the news strip or of a live story.
 *
 * @param anchor its name within the page: {@code f-12}
 * @param at when it happened
 * @param text plain text
 * @param lang the tag of the language it is written in
 * @param url the story behind it; empty where there is none
 * @param urgent whether it is breaking news
 */
public record FlashLine(String anchor, Instant at, String text, String lang, String url, boolean urgent) {}
