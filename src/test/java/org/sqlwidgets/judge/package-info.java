/**
 * Judges the bytes that OpenBB Workspace reads, by its schemas and rules.
 *
 * <p>In: a published document or a live reply as bytes. Out: one line per failure or note, each
 * beginning with its rule. Uses nothing of the product, so that both cannot share a mistake. Rules
 * {@code R01} to {@code R39} are those of {@code openbb/rules.md} in the test resources.
 */
@NullMarked
package org.sqlwidgets.judge;

import org.jspecify.annotations.NullMarked;
