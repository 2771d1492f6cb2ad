package org.sqlwidgets.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.sqlwidgets.openbb.FilesWriter;
import org.sqlwidgets.openbb.ReplyWriter;
import org.sqlwidgets.query.ParamValues;
import org.sqlwidgets.query.RefusedValueException;
import org.sqlwidgets.widget.Param;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetContent.QueryContent;
import org.sqlwidgets.widget.WidgetType;

/** Answers the types whose values come in the body of a POST: omni and files (contract §1.5). */
@Singleton
final class PostedReplies {
  private final QueryReplies replies;

  PostedReplies(QueryReplies replies) {
    this.replies = replies;
  }

  /**
   * The reply to a POST; values that the body does not have are taken from the address.
   *
   * @param writer of the widget's replies, when the values do not change it
   */
  CompletionStage<? extends HttpResponse<?>> posted(
      HttpRequest<?> request, Widget widget, QueryContent content, ReplyWriter writer) {
    return JsonBody.of(request).thenCompose(body -> posted(request, widget, content, writer, body));
  }

  private CompletionStage<? extends HttpResponse<?>> posted(
      HttpRequest<?> request,
      Widget widget,
      QueryContent content,
      ReplyWriter writer,
      JsonBody body) {
    ParamValues address = RequestValues.of(request);
    return switch (body) {
      case JsonBody.Keys(Map<String, Object> keys) ->
          reply(request, new BodyValues(keys, address), widget, content, writer);
      case JsonBody.Malformed(String detail) ->
          CompletableFuture.completedStage(Errors.reply(HttpStatus.UNPROCESSABLE_ENTITY, detail));
    };
  }

  /** The same for values that are already known. */
  CompletionStage<? extends HttpResponse<?>> reply(
      HttpRequest<?> request,
      ParamValues values,
      Widget widget,
      QueryContent content,
      ReplyWriter writer) {
    ReplyWriter own =
        widget.type() == WidgetType.MULTI_FILE_VIEWER ? files(widget, content, values) : writer;
    return replies.reply(request, values, "widget " + widget.id(), content.query(), own);
  }

  private static ReplyWriter files(Widget widget, QueryContent content, ParamValues values) {
    Param selector = widget.fileSelector().orElseThrow();
    return FilesWriter.of(content.query().columns(), selector.paramName(), asked(selector, values));
  }

  /** The files that are asked for, read as a param's values are (widget-file §8). */
  private static List<String> asked(Param selector, ParamValues values) {
    List<String> sent;
    try {
      sent = split(selector, values.all(selector.paramName()).stream());
    } catch (RefusedValueException e) {
      return List.of();
    }
    return sent.isEmpty() ? split(selector, selector.defaultText().stream()) : sent;
  }

  private static List<String> split(Param selector, Stream<String> texts) {
    return selector.multi()
        ? texts
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList()
        : texts.filter(text -> !text.isEmpty()).limit(1).toList();
  }
}
