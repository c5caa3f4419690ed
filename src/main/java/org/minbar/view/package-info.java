/** First floor: how a page record becomes a page. Themes, messages, the words of templates, and what a theme's files are called. */
@NullMarked
package org.minbar.view;

import org.jspecify.annotations.NullMarked;
