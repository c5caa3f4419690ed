/** First floor: what every answer has in common: JSON, refusals, headers, languages. */
@NullMarked
package org.minbar.web;

import org.jspecify.annotations.NullMarked;
