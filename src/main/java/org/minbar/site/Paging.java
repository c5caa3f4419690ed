package org.minbar.site;

/**
 * Where a reader stands in a long list.
 *
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 * @param page counted from 1; 0 where nobody has counted
 * @param pages how many there are, at least 1; 0 where nobody has counted
 */
public record Paging(String newer, String older, int page, int pages) {

    public static final Paging SINGLE = new Paging("", "", 1, 1);

    /** In a list that nobody has counted. */
    static Paging between(String newer, String older) {
        return new Paging(newer, older, 0, 0);
    }
}
