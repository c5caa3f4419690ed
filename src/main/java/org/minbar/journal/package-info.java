/** First floor: the one ordered log of what happened, and those who follow it. */
@NullMarked
package org.minbar.journal;

import org.jspecify.annotations.NullMarked;
