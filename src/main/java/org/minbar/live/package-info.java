/** Fourth floor: lines on their way to readers as they are written, and what stands over and around them. */
@NullMarked
package org.minbar.live;

import org.jspecify.annotations.NullMarked;
