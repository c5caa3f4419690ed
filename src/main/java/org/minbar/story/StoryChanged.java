package org.minbar.story;

import org.minbar.journal.Happening;

/** What a story's editions share was changed: its section, its topics. */
public record StoryChanged(long person, long story) implements Happening {}
