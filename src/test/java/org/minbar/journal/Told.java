package org.minbar.journal;

/** Something that the tests let happen: the turn of a writer, which also leaves a row of its own. */
record Told(long person, String what) implements Happening {}
