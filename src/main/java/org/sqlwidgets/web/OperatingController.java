package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.sqlwidgets.access.ApiKeys;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.ops.Metrics;
import org.sqlwidgets.ops.Readiness;
import org.sqlwidgets.ops.ReadinessCheck;

/** What those who run the server ask: whether it lives, whether it is ready, what it measures. */
@Controller
@Produces(MediaType.ALL)
final class OperatingController {
  private static final byte[] ALIVE = JsonTree.write(Map.of("status", "UP"));

  private final ReadinessCheck readiness;
  private final Metrics metrics;
  private final ApiKeys keys;

  OperatingController(ReadinessCheck readiness, Metrics metrics, ApiKeys keys) {
    this.readiness = readiness;
    this.metrics = metrics;
    this.keys = keys;
  }

  /** 200 as long as the process answers; asks no database. */
  @Get("/health/liveness")
  HttpResponse<?> liveness() {
    return json(HttpStatus.OK, ALIVE);
  }

  /** 200 while widgets can be served, else 503; the datasources are for who sees everything. */
  @Get("/health/readiness")
  CompletionStage<? extends HttpResponse<?>> readiness(HttpRequest<?> request) {
    boolean detailed = keys.accepts(request) && keys.callerOf(request).sees().everything();
    return readiness.now().thenApply(now -> reply(now, detailed));
  }

  private static HttpResponse<?> reply(Readiness now, boolean detailed) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", now.status());
    if (detailed) {
      Map<String, Object> states = new LinkedHashMap<>();
      now.datasources().forEach((name, state) -> states.put(name, state.name()));
      document.put("datasources", states);
    }
    return json(
        now.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, JsonTree.write(document));
  }

  /** Everything that is counted, for Prometheus. */
  @Get("/prometheus")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> prometheus() {
    return HttpResponse.ok(metrics.text().getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_TYPE, Metrics.CONTENT_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static MutableHttpResponse<?> json(HttpStatus status, byte[] document) {
    return HttpResponse.status(status)
        .body(document)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
