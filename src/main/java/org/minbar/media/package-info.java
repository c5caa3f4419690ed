/** Second floor: files and their words. Pictures and documents, what is said of them, and where their bytes lie. */
@NullMarked
package org.minbar.media;

import org.jspecify.annotations.NullMarked;
