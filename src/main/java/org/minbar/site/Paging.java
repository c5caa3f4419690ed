package org.minbar.site;

/**
 * Where a reader stands in a long list.
 *
 * @param newer the address of the page before; empty on the first
 * @param older the address of the page after; empty on the last
 * @param page counted from 1
 * @param pages how many there are, at least 1
 */
public record Paging(String newer, String older, int page, int pages) {

    public static final Paging SINGLE = new Paging("", "", 1, 1);
}
