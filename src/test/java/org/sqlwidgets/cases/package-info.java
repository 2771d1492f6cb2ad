/**
 * Widget files as cases: what goes in, and what must come out, to the byte.
 *
 * <p>In: {@code src/test/resources/cases}. {@code broken} holds files that must be refused, each
 * with the expected report; {@code good} holds folders that must be published, each with the
 * expected {@code widgets.json}. A new file or folder there is a new case. The expected texts are
 * written by {@code -Dgolden.update=true}, which then fails, so that every change is looked at.
 */
@NullMarked
package org.sqlwidgets.cases;

import org.jspecify.annotations.NullMarked;
