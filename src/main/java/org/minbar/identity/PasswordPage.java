package org.minbar.identity;

import org.minbar.view.DeskFrame;

/**
 * Changing one's own password: template {@code password} of the theme {@code desk}. The form posts {@code current},
 * {@code chosen} and {@code again} to {@code action}.
 *
 * @param refusal why the last try failed, a whole sentence; empty at first
 * @param must whether nothing else can be done before
 * @param length the fewest characters that a password may have
 */
public record PasswordPage(DeskFrame frame, String action, String refusal, boolean must, int length) {}
