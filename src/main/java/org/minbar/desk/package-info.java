/** Second floor: the editors' board. */
@NullMarked
package org.minbar.desk;

import org.jspecify.annotations.NullMarked;
