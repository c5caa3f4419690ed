/**
 * Press releases: what stands beside the words of a story of that kind. Who issues it, whom to ask, what comes with it and
 * for whom it is; and the press desk, which watches their embargoes.
 */
@NullMarked
package org.minbar.release;

import org.jspecify.annotations.NullMarked;
