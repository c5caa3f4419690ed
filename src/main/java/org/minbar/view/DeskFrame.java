package org.minbar.view;

import java.util.List;

/**
 * What stands around every screen of the editors.
 *
 * @param title the screen's name
 * @param siteName the newspaper's name
 * @param person the name of the person at the desk; empty when nobody is signed in
 * @param notice a sentence about what just happened; may be empty
 * @param menu the screens that this person may open
 * @param languages the same screen in the other languages
 */
public record DeskFrame(
        String title, String siteName, String person, String notice, List<Link> menu, List<Link> languages) {}
