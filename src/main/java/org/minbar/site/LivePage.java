package org.minbar.site;

import org.minbar.live.Coverage;

/** The news strip as a page: template {@code live}. */
public record LivePage(Frame frame, Coverage coverage, Paging paging) {}
