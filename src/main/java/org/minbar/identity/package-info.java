/** First floor: who stands at the door, and what they may do. */
@NullMarked
package org.minbar.identity;

import org.jspecify.annotations.NullMarked;
