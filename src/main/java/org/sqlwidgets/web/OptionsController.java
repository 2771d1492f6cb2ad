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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.lookup.OptionReads;
import org.sqlwidgets.openbb.OptionsWriter;
import org.sqlwidgets.openbb.ReplyWriter;
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
  private final Sights sights;
  private final QueryReplies replies;
  private final OptionReads reads;
  private volatile Map<String, Served> served = Map.of();

  OptionsController(
      WidgetRegistry registry, Sights sights, QueryReplies replies, OptionReads reads) {
    this.sights = sights;
    this.replies = replies;
    this.reads = reads;
    registry.onChange(snapshot -> served = served(snapshot, served));
  }

  /**
   * A lookup and what writes its options.
   *
   * @param lookup the lookup
   * @param multiSelect whether several of its options may be chosen at a time
   * @param options writes options that are at hand
   * @param rows writes the options of a query; made once, since replies are kept by their writer
   */
  private record Served(
      Lookup lookup, boolean multiSelect, OptionsWriter options, Optional<ReplyWriter> rows) {

    boolean isOf(Lookup other, boolean multi) {
      return lookup.equals(other) && multiSelect == multi;
    }

    String name() {
      return lookup.name();
    }

    static Served of(Lookup lookup, boolean multiSelect, OptionReads reads) {
      OptionsWriter options = new OptionsWriter(lookup.name(), multiSelect);
      Optional<ReplyWriter> rows =
          lookup.source() instanceof QueryOptions query
              ? Optional.of(options.of(query.columns(), count -> noted(lookup, count, reads)))
              : Optional.empty();
      return new Served(lookup, multiSelect, options, rows);
    }

    private static void noted(Lookup lookup, int count, OptionReads reads) {
      boolean all = lookup.source().dependsOn().isEmpty();
      reads.succeeded(lookup.name(), all ? Optional.of(count) : Optional.empty());
    }
  }

  private Map<String, Served> served(Snapshot snapshot, Map<String, Served> former) {
    Map<String, Served> served = new HashMap<>();
    snapshot
        .lookups()
        .forEach(
            (name, lookup) -> {
              boolean multiSelect = snapshot.isMultiSelect(name);
              Served same = former.get(name);
              served.put(
                  name,
                  same != null && same.isOf(lookup, multiSelect)
                      ? same
                      : Served.of(lookup, multiSelect, reads));
            });
    snapshot.formerLookups().forEach((old, name) -> served.putIfAbsent(old, served.get(name)));
    return Map.copyOf(served);
  }

  @Get("/options/{name}")
  CompletionStage<? extends HttpResponse<?>> options(HttpRequest<?> request, String name) {
    Served lookup = served.get(name);
    if (lookup == null || !sights.snapshot(request).lookups().containsKey(lookup.name())) {
      return CompletableFuture.completedStage(
          Errors.reply(
              HttpStatus.NOT_FOUND, "there is no lookup of this name; /problems may say why"));
    }
    return switch (lookup.lookup().source()) {
      case QueryOptions query ->
          replies.reply(
              request,
              "lookup " + name,
              query.query(),
              lookup.rows().orElseThrow(),
              failure -> noted(lookup, failure));
      case StoredOptions stored ->
          CompletableFuture.completedStage(stored(request, lookup, stored));
    };
  }

  private void noted(Served lookup, QueryFailedException failure) {
    if (failure.reason() != QueryFailedException.Reason.CANCELLED) {
      reads.failed(lookup.lookup().name(), String.valueOf(failure.getMessage()));
    }
  }

  private MutableHttpResponse<?> stored(
      HttpRequest<?> request, Served lookup, StoredOptions stored) {
    String name = lookup.lookup().name();
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
      lookup.options().write(options, (chunk, length) -> json.write(chunk, 0, length));
      reads.succeeded(name, Optional.empty());
      return DataRequest.of(request).reply(WholeReply.of(json.toByteArray(), ReplyWriter.JSON));
    } catch (QueryFailedException e) {
      noted(lookup, e);
      return Failures.reply(request, "lookup " + name, e);
    }
  }

  /** An option for one value of the parent shows only for it (widget-file §5). */
  private static boolean isShown(StoredOption option, Optional<String> parent) {
    return option.parentValue().isEmpty() || option.parentValue().equals(parent);
  }
}
