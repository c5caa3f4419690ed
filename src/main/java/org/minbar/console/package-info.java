/** Second floor: the live console, where lines are written, sent in, let out, mended and taken away. */
@NullMarked
package org.minbar.console;

import org.jspecify.annotations.NullMarked;
