/** First floor: people, what they may do, and how they sign in. */
@NullMarked
package org.minbar.identity;

import org.jspecify.annotations.NullMarked;
