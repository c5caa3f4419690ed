/** The outlet for partners: feeds in their formats. */
@NullMarked
package org.minbar.syndication;

import org.jspecify.annotations.NullMarked;
