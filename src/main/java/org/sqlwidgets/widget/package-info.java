/**
 * The widget and the lookup as OpenBB Workspace means them: immutable, complete, checked.
 *
 * <p>In: what the compiler found to be right. Out: values that every later stage can trust. A
 * widget that exists cannot be wrong in itself; each record refuses parts that do not fit together.
 */
@NullMarked
package org.sqlwidgets.widget;

import org.jspecify.annotations.NullMarked;
