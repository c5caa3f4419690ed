/**
 * What is sent in is known by its bytes, and a picture becomes a negative and prints. Nothing of the sender's file gets
 * past this room: what is kept and what readers see is drawn anew, upright, in sRGB and without a word about where, when
 * and with what it was taken. Plain Java: no database, no addresses, no people.
 */
@NullMarked
package org.minbar.darkroom;

import org.jspecify.annotations.NullMarked;
