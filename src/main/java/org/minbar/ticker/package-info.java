/** Second floor: streams of time-stamped lines, the news strip first of all. */
@NullMarked
package org.minbar.ticker;

import org.jspecify.annotations.NullMarked;
