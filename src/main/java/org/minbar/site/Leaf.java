package org.minbar.site;

import java.util.List;
import org.minbar.story.Edition;

/**
 * A page of a list.
 *
 * @param query what names it in its address; empty for the first page
 */
record Leaf(List<Edition> editions, Paging paging, String query) {}
