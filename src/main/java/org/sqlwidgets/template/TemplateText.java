package org.sqlwidgets.template;

import java.util.ArrayList;
import java.util.List;
import org.sqlwidgets.template.Template.TemplateException;

/**
 * A Mustache text cut into what stands between the tags and the tags themselves.
 *
 * @param pieces in the order of the text
 */
record TemplateText(List<Piece> pieces) {

  /** One piece of the text. */
  sealed interface Piece {

    /** What goes out as it is. */
    record Text(String text) implements Piece {}

    /**
     * A tag that is filled in, opened or closed.
     *
     * @param kind {@code #}, {@code ^} or {@code /}; {@code &} leaves the value as it is; a blank
     *     is a value that is escaped
     * @param name what stands in it
     * @param line in the template, from 1
     */
    record Tag(char kind, String name, int line) implements Piece {
      @Override
      public String toString() {
        return kind == '&' ? "{{{" + name + "}}}" : "{{" + (kind == ' ' ? "" : kind) + name + "}}";
      }
    }
  }

  /**
   * Cuts a text that the library has read without complaint.
   *
   * @throws TemplateException when the text changes the braces themselves
   */
  static TemplateText of(String text) throws TemplateException {
    List<Piece> pieces = new ArrayList<>();
    int line = 1;
    int from = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
      pieces.add(new Piece.Text(text.substring(from, open)));
      line += lines(text, from, open);
      boolean triple = text.startsWith("{{{", open);
      String end = triple ? "}}}" : "}}";
      int close = text.indexOf(end, open);
      if (close < 0) {
        throw new TemplateException("tag in line " + line + " of the template is not closed");
      }
      add(pieces, text.substring(open + (triple ? 3 : 2), close).strip(), triple, line);
      from = close + end.length();
      line += lines(text, open, from);
    }
    pieces.add(new Piece.Text(text.substring(from)));
    return new TemplateText(List.copyOf(pieces));
  }

  private static void add(List<Piece> pieces, String inside, boolean triple, int line)
      throws TemplateException {
    char first = inside.isEmpty() ? ' ' : inside.charAt(0);
    if (first == '=') {
      throw new TemplateException(
          "tag in line %d of the template changes the braces; write {{ and }} throughout"
              .formatted(line));
    }
    if (triple) {
      pieces.add(new Piece.Tag('&', inside, line));
    } else if ("#^/&".indexOf(first) >= 0) {
      pieces.add(new Piece.Tag(first, inside.substring(1).strip(), line));
    } else if (first != '!') {
      pieces.add(new Piece.Tag(' ', inside, line));
    }
  }

  private static int lines(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  /** The same content as {@link #trace}, as the library has read it. */
  static String trace(com.samskivert.mustache.Template compiled) {
    StringBuilder trace = new StringBuilder();
    compiled.visit(new TraceVisitor(trace));
    return trace.toString();
  }

  /** Texts without white space and names, to be held against what the library has read. */
  String trace() {
    StringBuilder trace = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String text) -> TraceVisitor.add(trace, text);
        case Piece.Tag tag when tag.kind() == '/' -> {}
        case Piece.Tag tag -> trace.append('\0').append(tag.name()).append('\0');
      }
    }
    return trace.toString();
  }
}
