/** Starts the program: {@code Launcher} checks the Java version, {@code Application} runs it. */
@NullMarked
package org.sqlwidgets;

import org.jspecify.annotations.NullMarked;
