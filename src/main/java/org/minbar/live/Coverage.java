package org.minbar.live;

import java.util.List;

/**
 * A ticker in a language as a page shows it.
 *
 * @param days the lines of this page, day by day, the newest first
 * @param page counted from 1, the newest
 * @param pages at least 1
 * @param seen the number of the last change that is on the page: what comes after it comes with the stream
 * @param stream the address of the server-sent events; empty where nothing more comes: on later pages, after the end
 * @param latest the address of the newest lines, for who can't listen
 */
public record Coverage(
        LiveHead head, List<LiveDay> days, int page, int pages, long seen, String stream, String latest) {}
