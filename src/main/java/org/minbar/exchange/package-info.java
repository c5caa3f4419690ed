/** Import and export: other people's copy in, ours out. */
@NullMarked
package org.minbar.exchange;

import org.jspecify.annotations.NullMarked;
