/** Ground floor: languages, dates, digits, names and sentences. Plain Java and ICU4J. */
@NullMarked
package org.minbar.language;

import org.jspecify.annotations.NullMarked;
