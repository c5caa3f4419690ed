/** Second floor: stories, their editions, and every step from draft to withdrawal. */
@NullMarked
package org.minbar.story;

import org.jspecify.annotations.NullMarked;
