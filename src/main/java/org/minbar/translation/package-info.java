/** Second floor: which edition follows which, and how far a translation is behind its source. */
@NullMarked
package org.minbar.translation;

import org.jspecify.annotations.NullMarked;
