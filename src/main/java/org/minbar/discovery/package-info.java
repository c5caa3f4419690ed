/** Fourth floor: what search engines, networks and browsers are told of the public pages. */
@NullMarked
package org.minbar.discovery;

import org.jspecify.annotations.NullMarked;
