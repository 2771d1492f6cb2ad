package org.sqlwidgets.web;

import io.micronaut.http.HttpParameters;
import java.util.List;
import org.sqlwidgets.query.ParamValues;

/**
 * The query of a request as param values.
 *
 * @param parameters the decoded query
 */
record RequestValues(HttpParameters parameters) implements ParamValues {
  @Override
  public List<String> all(String name) {
    return parameters.getAll(name);
  }
}
