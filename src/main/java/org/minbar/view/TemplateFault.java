package org.minbar.view;

/**
 * Why a template can't be printed, for whoever works on the theme.
 *
 * @param file the file in the folder of themes: {@code gazette/templates/story.html}
 * @param line from 1; 0 where it is not known
 * @param trouble what the template engine says, in English
 */
public record TemplateFault(String file, int line, String trouble) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + trouble : file + ": " + trouble;
    }
}
