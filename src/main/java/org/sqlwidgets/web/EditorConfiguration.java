package org.sqlwidgets.web;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whether options may be changed in the browser and by the REST API.
 *
 * @param optionsEditor false: lookups are shown, and nothing is changed
 */
@ConfigurationProperties("sql-widgets")
record EditorConfiguration(@Bindable(defaultValue = "true") Boolean optionsEditor) {}
