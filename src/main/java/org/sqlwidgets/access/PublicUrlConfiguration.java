package org.sqlwidgets.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The setting that says how callers address the server when a proxy stands before it.
 *
 * @param publicUrl such as {@code https://widgets.example.com}; absent where there is no proxy
 */
@ConfigurationProperties("sql-widgets")
record PublicUrlConfiguration(@Nullable String publicUrl) {}
