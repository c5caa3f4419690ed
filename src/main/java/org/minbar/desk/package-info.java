/** Second floor: the editors' work: the board and the timetable. */
@NullMarked
package org.minbar.desk;

import org.jspecify.annotations.NullMarked;
