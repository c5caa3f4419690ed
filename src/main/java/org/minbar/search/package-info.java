/** Third floor: the index of what the public may see. */
@NullMarked
package org.minbar.search;

import org.jspecify.annotations.NullMarked;
