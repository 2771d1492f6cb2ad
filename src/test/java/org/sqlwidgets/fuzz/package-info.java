/**
 * Coverage-guided fuzzing: in goes a target and a time, out comes the first input that breaks what
 * the target claims; inputs that were interesting are kept and tried again by every build.
 *
 * <p>The targets stand beside what they try: {@code SqlFuzz}, {@code HeaderFuzz}, {@code
 * ParamFuzz}, {@code RowsRequestFuzz}.
 */
@NullMarked
package org.sqlwidgets.fuzz;

import org.jspecify.annotations.NullMarked;
