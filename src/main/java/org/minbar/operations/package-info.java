/** The attic: settings, clocks, migrations, health. It sees everything and is seen by nobody. */
@NullMarked
package org.minbar.operations;

import org.jspecify.annotations.NullMarked;
