/** Ground floor: what a story says, as blocks; HTML in and out, plain text, and the copy desk. Plain Java and jsoup. */
@NullMarked
package org.minbar.text;

import org.jspecify.annotations.NullMarked;
