package org.minbar.site;

import java.time.Instant;

/**
 * A story that was withdrawn: template {@code gone}. It says so, and why.
 *
 * @param reason what readers are told, plain text
 * @param when the moment of the withdrawal
 */
public record GonePage(Frame frame, String reason, Instant when) {}
