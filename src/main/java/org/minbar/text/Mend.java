package org.minbar.text;

/**
 * One thing that the copy desk put right.
 *
 * @param rule the rule's name, as in {@link CopyDesk#rules()}
 * @param before the characters as they stood; empty where something was missing
 * @param after the characters that took their place; empty where something was taken out
 * @param position where it stood in the text as handed in, in UTF-16 units
 */
public record Mend(String rule, String before, String after, int position) {}
