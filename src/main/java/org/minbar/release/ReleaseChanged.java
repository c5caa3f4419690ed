package org.minbar.release;

import org.minbar.journal.Happening;

/** What stands beside the words of a press release was changed: its issuer, its contacts, what comes with it. */
public record ReleaseChanged(long person, long story) implements Happening {}
