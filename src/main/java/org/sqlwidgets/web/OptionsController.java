package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.openbb.OptionsWriter;
import org.sqlwidgets.query.QueryFailedException;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.QueryOptions;
import org.sqlwidgets.widget.Lookup.StoredOption;
import org.sqlwidgets.widget.Lookup.StoredOptions;
import org.sqlwidgets.widget.Option;

/** The options of each dropdown (contract §1.3, §3.4). */
@Controller
@Produces(MediaType.ALL)
final class OptionsController {
  private final WidgetRegistry registry;
  private final QueryReplies replies;

  OptionsController(WidgetRegistry registry, QueryReplies replies) {
    this.registry = registry;
    this.replies = replies;
  }

  @Get("/options/{name}")
  CompletionStage<? extends HttpResponse<?>> options(HttpRequest<?> request, String name) {
    Snapshot snapshot = registry.snapshot();
    Optional<Lookup> lookup = snapshot.lookup(name);
    if (lookup.isEmpty()) {
      return CompletableFuture.completedStage(
          Errors.reply(
              HttpStatus.NOT_FOUND, "there is no lookup of this name; /problems may say why"));
    }
    OptionsWriter writer = new OptionsWriter(name, snapshot.isMultiSelect(name));
    return switch (lookup.get().source()) {
      case QueryOptions query ->
          replies.reply(request, "lookup " + name, query.query(), writer.of(query.columns()));
      case StoredOptions stored ->
          CompletableFuture.completedStage(stored(request, name, stored, writer));
    };
  }

  private static MutableHttpResponse<?> stored(
      HttpRequest<?> request, String name, StoredOptions stored, OptionsWriter writer) {
    Optional<String> parent =
        stored
            .parentParam()
            .flatMap(param -> Optional.ofNullable(request.getParameters().get(param)))
            .filter(value -> !value.isEmpty());
    List<Option> options =
        stored.options().stream()
            .filter(option -> isShown(option, parent))
            .map(StoredOption::option)
            .toList();
    try {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      writer.write(options, (chunk, length) -> json.write(chunk, 0, length));
      return HttpResponse.ok()
          .body(json.toByteArray())
          .contentType(MediaType.APPLICATION_JSON_TYPE)
          .header("Cache-Control", "no-cache");
    } catch (QueryFailedException e) {
      return Failures.reply("lookup " + name, e);
    }
  }

  /** An option for one value of the parent shows only for it (widget-file §5). */
  private static boolean isShown(StoredOption option, Optional<String> parent) {
    return option.parentValue().isEmpty() || option.parentValue().equals(parent);
  }
}
