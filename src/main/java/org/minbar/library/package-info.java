/**
 * The library as people and programs meet it: the screens where files are found, described and framed, the way in for new
 * ones, and the API. What a file is and where its bytes lie, the room {@code media} knows.
 */
@NullMarked
package org.minbar.library;

import org.jspecify.annotations.NullMarked;
