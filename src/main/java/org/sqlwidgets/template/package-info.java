/**
 * Texts made from rows: Mustache templates, formatted values, escaping for the target.
 *
 * <p>In: a template and the cells of a reply. Out: text. Refuses templates that do not parse or
 * that name a column that the query does not return. The only user of the template library.
 */
@NullMarked
package org.sqlwidgets.template;

import org.jspecify.annotations.NullMarked;
