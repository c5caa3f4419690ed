/** First floor: themes, templates and the sentences people read. */
@NullMarked
package org.minbar.view;

import org.jspecify.annotations.NullMarked;
