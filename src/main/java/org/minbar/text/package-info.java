/** Ground floor: the body of a story as blocks, HTML in and out, plain text, the copy desk. */
@NullMarked
package org.minbar.text;

import org.jspecify.annotations.NullMarked;
