package org.minbar.front;

import org.minbar.journal.Happening;

/** The front page of a language was arranged: a story put, moved or taken away, a rule changed, or a slot's time was over. */
public record FrontArranged(long person, String lang) implements Happening {}
