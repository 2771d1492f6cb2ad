/**
 * The gallery in a real browser.
 *
 * <p>In: the whole server over a folder of widgets, and Chromium. Out: what a person sees, does by
 * keyboard or pointer, and hears. Refuses pages that load anything from another host, or that make
 * the browser complain.
 */
@NullMarked
package org.sqlwidgets.browser;

import org.jspecify.annotations.NullMarked;
