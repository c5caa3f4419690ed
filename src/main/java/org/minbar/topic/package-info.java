/** Second floor: sections, topics and their names in every language. */
@NullMarked
package org.minbar.topic;

import org.jspecify.annotations.NullMarked;
