package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.nio.charset.StandardCharsets;

/** What the client asks for at start and this server has nothing of (contract §1.1). */
@Controller
@Produces(MediaType.ALL)
final class DiscoveryController {
  private static final PrebuiltReply NO_AGENTS = json("{}");
  private static final PrebuiltReply NO_TEMPLATES = json("[]");

  @Get("/agents.json")
  HttpResponse<?> agents(HttpRequest<?> request) {
    return NO_AGENTS.reply(request);
  }

  /** Asked for only when {@code /apps.json} failed. */
  @Get("/templates.json")
  HttpResponse<?> templates(HttpRequest<?> request) {
    return NO_TEMPLATES.reply(request);
  }

  private static PrebuiltReply json(String text) {
    return PrebuiltReply.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
