/** Fourth floor: stories that come in from elsewhere, and go out whole. */
@NullMarked
package org.minbar.exchange;

import org.jspecify.annotations.NullMarked;
