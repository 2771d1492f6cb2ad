package org.sqlwidgets.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.sql.SQLException;
import java.util.Map;

/** Routes that fail in each way that a route can; only there when a test asks for them. */
@Controller("/broken")
@Requires(property = BrokenRoutes.SETTING)
class BrokenRoutes {
  static final String SETTING = "test.broken-routes";
  static final String SECRET = "SELECT secret_column FROM hidden_table";

  @Get("/unexpected")
  String unexpected() {
    throw new IllegalStateException(SECRET);
  }

  @Get("/sql")
  String sql() throws SQLException {
    throw new SQLException("ERROR: " + SECRET, "42P01");
  }

  @Get("/error")
  String error() {
    throw new StackOverflowError(SECRET);
  }

  @Get("/number")
  String number(@QueryValue int limit) {
    return "{\"limit\":" + limit + "}";
  }

  @Post("/body")
  Map<String, Object> body(@Body Map<String, Object> body) {
    return body;
  }

  @Get("/status/{code}")
  HttpResponse<?> status(int code) {
    return Errors.reply(HttpStatus.valueOf(code), "told so");
  }

  @Get("/large")
  String large() {
    return "{\"text\":\"" + "abcdefghij".repeat(1000) + "\"}";
  }
}
