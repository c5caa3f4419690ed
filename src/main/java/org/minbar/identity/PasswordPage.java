package org.minbar.identity;

import org.minbar.view.DeskFrame;

/**
 * Changing one's own password: template {@code password} of the theme {@code desk}. The form posts {@code current},
 * {@code chosen}, {@code again} and perhaps {@code tokens} to {@code action}.
 *
 * @param email whose password it is, for the program that keeps it
 * @param refusal why the last try failed, a whole sentence; empty at first
 * @param must whether nothing else can be done before
 * @param length the fewest characters that a password may have
 * @param tokens how many tokens for the API she has, which may be revoked at once
 */
public record PasswordPage(
        DeskFrame frame, String action, String email, String refusal, boolean must, int length, int tokens) {}
