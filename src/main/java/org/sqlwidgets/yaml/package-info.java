/**
 * Reads YAML text into a tree that knows the place of every key and value.
 *
 * <p>In: a piece of a file ({@code SourceText}), such as the header of a widget file or an {@code
 * app.yml}. Out: a tree of {@link org.sqlwidgets.yaml.YamlNode}, and {@link
 * org.sqlwidgets.yaml.YamlFields} to read the keys of one map by name and kind. Refused, with file,
 * line and column: text that is not YAML 1.2, duplicate and unknown keys, keys that are not text,
 * tags, a second document, too many aliases, too deep nesting and more than 64 KiB. Knows nothing
 * of widgets. The only user of the YAML library.
 */
@NullMarked
package org.sqlwidgets.yaml;

import org.jspecify.annotations.NullMarked;
