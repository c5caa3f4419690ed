package org.minbar.text;

/**
 * Something that the copy desk would put right, or points at.
 *
 * @param id names it among the findings of this very text; whatever else is mended in the same go, it means the same
 * @param field the name of the line, or {@code body}
 * @param block its place in the body, or -1
 * @param rule as in {@link Proof#rules()}; the desk's messages explain it under {@code desk.mend.<rule>}
 * @param before some words in front of it
 * @param found the characters as they are; the middle of long ones is left out
 * @param mended what would stand there; the same as found where only a person can say
 * @param after some words behind it
 * @param certain whether it is among those that are mended when all are; else it is a proposal
 */
public record Finding(
        String id,
        String field,
        int block,
        String rule,
        String before,
        String found,
        String mended,
        String after,
        boolean certain) {}
