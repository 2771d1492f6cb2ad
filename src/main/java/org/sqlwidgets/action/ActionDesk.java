package org.sqlwidgets.action;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.query.ActionRunner;
import org.sqlwidgets.query.BoundParams;
import org.sqlwidgets.query.ParamBinder;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Param;

/** Takes a submit, runs its action, and has everybody see what changed. */
@Singleton
public final class ActionDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ActionDesk.class);
  private static final String MASK = "***";

  private final ParamBinder binder;
  private final ActionRunner runner;
  private final ReplyCache cache;
  private final WidgetRegistry registry;

  ActionDesk(ParamBinder binder, ActionRunner runner, ReplyCache cache, WidgetRegistry registry) {
    this.binder = binder;
    this.runner = runner;
    this.cache = cache;
    this.registry = registry;
  }

  /**
   * Who submits, as far as it is known.
   *
   * @param saidUser who the client says it is; no proof (contract §8.3)
   * @param apiKey which key was shown; null when none is needed
   */
  public record Caller(@Nullable String saidUser, @Nullable String apiKey) {}

  /**
   * Runs an action and gives the text of the reply.
   *
   * @throws org.sqlwidgets.query.QueryFailedException when nothing was changed
   */
  public String submit(Action action, ParamValues values, Caller caller) {
    refuseSecrets(action, values);
    BoundParams params = binder.bind(action.params(), values);
    Map<String, Object> inputs = inputs(action, params);
    int rows =
        runner.run(
            action,
            params,
            new ActionRunner.Note(json(inputs), caller.saidUser(), caller.apiKey()));
    cache.clear();
    showChange();
    return ReplyText.of(action, inputs, rows);
  }

  /** Looks for changed options at once; the change itself stays, whatever comes of that. */
  private void showChange() {
    try {
      registry.refresh();
    } catch (RuntimeException e) {
      LOG.error("looking for changed lookups failed; what is served stays", e);
    }
  }

  /** Says of a secret value only that it is refused, since texts go to logs. */
  private void refuseSecrets(Action action, ParamValues values) {
    for (Param param : action.params()) {
      if (action.secrets().contains(param.paramName())
          && !values.all(param.paramName()).isEmpty()
          && !isAccepted(param, values)) {
        throw new QueryFailedException(
            QueryFailedException.Reason.REFUSED,
            "Parameter '" + param.paramName() + "': the value is not accepted",
            null);
      }
    }
  }

  private boolean isAccepted(Param param, ParamValues values) {
    try {
      binder.bind(List.of(param), values);
      return true;
    } catch (QueryFailedException e) {
      return false;
    }
  }

  /** The values as they were bound, so that the note says what the database got. */
  private static Map<String, Object> inputs(Action action, BoundParams params) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    params
        .values()
        .forEach(
            (name, bound) -> {
              boolean masked = action.secrets().contains(name) && bound.value() != null;
              inputs.put(name, masked ? MASK : bound.value());
            });
    return inputs;
  }

  private static String json(Map<String, Object> inputs) {
    return new String(JsonTree.write(inputs), StandardCharsets.UTF_8);
  }
}
