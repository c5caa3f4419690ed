/** The newsroom that the tests work in: its databases, its people, its clock, and the floor plan of the house. */
@NullMarked
package org.minbar;

import org.jspecify.annotations.NullMarked;
