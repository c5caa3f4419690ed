package org.minbar.story;

import org.minbar.journal.Happening;

/** A story was begun; it has no words yet. */
public record StoryOpened(long person, long story, String storyKind, String section) implements Happening {}
