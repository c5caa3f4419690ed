/** Fourth floor: the readers' pages. The records in here are what a theme is given. */
@NullMarked
package org.minbar.site;

import org.jspecify.annotations.NullMarked;
