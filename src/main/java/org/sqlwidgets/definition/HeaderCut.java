package org.sqlwidgets.definition;

import org.sqlwidgets.definition.WidgetFile.HeaderForm;
import org.sqlwidgets.problem.SourceText;

/**
 * Where a header ends.
 *
 * @param form how the header is written
 * @param header its YAML
 * @param sqlStart the index in the file's text of the first char behind it
 */
record HeaderCut(HeaderForm form, SourceText header, int sqlStart) {}
