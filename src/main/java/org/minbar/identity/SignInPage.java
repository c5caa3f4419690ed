package org.minbar.identity;

import org.minbar.view.DeskFrame;

/**
 * The door to the desk: template {@code sign-in} of the theme {@code desk}. The form posts {@code email},
 * {@code password} and {@code next} to {@code action}.
 *
 * @param action where the form goes: {@code /desk/sign-in}
 * @param email what was typed before, so that nobody types it twice
 * @param refusal why the last try failed, a whole sentence; empty at first
 * @param next where to go afterwards: an address within the house
 */
public record SignInPage(DeskFrame frame, String action, String email, String refusal, String next) {}
