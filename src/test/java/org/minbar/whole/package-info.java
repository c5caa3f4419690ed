/** The whole house, packaged, started and asked from the outside. */
@NullMarked
package org.minbar.whole;

import org.jspecify.annotations.NullMarked;
