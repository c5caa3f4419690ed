package org.minbar.desk;

import java.util.List;
import org.minbar.view.DeskFrame;

/**
 * Where a story is begun. Template {@code new-story} of the theme {@code desk}.
 *
 * @param action where the form is posted
 * @param refusal why the last try failed, as a whole sentence; may be empty
 * @param headline as it was sent
 * @param languages those that this person may write
 */
public record NewStoryPage(
        DeskFrame frame,
        String action,
        String refusal,
        String headline,
        List<BoardPage.Choice> languages,
        List<BoardPage.Choice> kinds,
        List<BoardPage.Choice> sections) {}
