package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.sqlwidgets.expect.Outcome;
import org.sqlwidgets.studio.ExpectationRuns;
import org.sqlwidgets.studio.ExpectationsJson;
import org.sqlwidgets.widget.Widget;

/** Runs a widget's expectations for the gallery, when somebody asks. */
@Controller("/studio/api")
@Produces(MediaType.ALL)
final class ExpectationsController {
  private final Sights sights;
  private final ExpectationRuns runs;

  ExpectationsController(Sights sights, ExpectationRuns runs) {
    this.sights = sights;
    this.runs = runs;
  }

  /** What comes of each expectation of a widget. */
  @Get("/widgets/{id}/expectations")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> run(HttpRequest<?> request, String id) throws InterruptedException {
    Widget widget = sights.snapshot(request).widget(id).orElse(null);
    if (widget == null) {
      return Errors.reply(HttpStatus.NOT_FOUND, "there is no widget of this name");
    }
    List<Outcome> outcomes = runs.run(widget);
    outcomes.forEach(
        outcome -> outcome.failure().ifPresent(failure -> Failures.log("widget " + id, failure)));
    return HttpResponse.ok(ExpectationsJson.write(widget, outcomes))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store");
  }
}
