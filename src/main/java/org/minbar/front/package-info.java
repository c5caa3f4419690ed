/** The front page as the desk arranges it, and which stories are read most. */
@NullMarked
package org.minbar.front;

import org.jspecify.annotations.NullMarked;
