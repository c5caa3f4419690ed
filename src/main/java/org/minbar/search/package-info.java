/** Finding stories: the index of what is public, how each language's words are read, and how a question is answered. */
@NullMarked
package org.minbar.search;

import org.jspecify.annotations.NullMarked;
