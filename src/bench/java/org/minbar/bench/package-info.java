/** Trials and measurements: how fast, how large, and what a sudden end leaves behind. */
@NullMarked
package org.minbar.bench;

import org.jspecify.annotations.NullMarked;
