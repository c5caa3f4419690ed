/** The outlet for readers: pages, addresses, sitemaps. */
@NullMarked
package org.minbar.site;

import org.jspecify.annotations.NullMarked;
