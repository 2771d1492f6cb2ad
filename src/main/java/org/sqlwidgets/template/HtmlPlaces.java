package org.sqlwidgets.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Predicate;
import org.sqlwidgets.template.FilledValue.Purpose;
import org.sqlwidgets.template.HtmlPlace.Kind;
import org.sqlwidgets.template.Template.TemplateException;
import org.sqlwidgets.template.TemplateText.Piece;

/**
 * Finds for each tag of a template the place of the page where it stands, and marks the names whose
 * values need more than escaping there.
 *
 * <p>Escaped values are safe in texts and in quoted attributes. In addresses a value may not choose
 * the scheme; in styles only numbers stand. Everywhere else a value is refused.
 */
final class HtmlPlaces {
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "cite",
          "data",
          "poster",
          "background",
          "longdesc",
          "codebase",
          "manifest");
  private static final Set<String> UNSAFE_ATTRIBUTES =
      Set.of("srcdoc", "srcset", "imagesrcset", "ping", "archive", "classid", "profile");
  private static final Set<String> UNSAFE_ELEMENTS =
      Set.of(
          "script",
          "link",
          "base",
          "meta",
          "object",
          "embed",
          "applet",
          "param",
          "set",
          "animate",
          "animatemotion",
          "animatetransform");

  private final Predicate<String> isNumber;
  private final HtmlPlace place = new HtmlPlace();
  private final Deque<String> opened = new ArrayDeque<>();
  private final StringBuilder marked = new StringBuilder();
  private boolean blankExpected;

  private HtmlPlaces(Predicate<String> isNumber) {
    this.isNumber = isNumber;
  }

  /**
   * The same template with the names marked by what their place asks for.
   *
   * @param isNumber whether a name stands for a number
   * @throws TemplateException when a tag stands where no value is safe
   */
  static String mark(TemplateText text, Predicate<String> isNumber) throws TemplateException {
    HtmlPlaces places = new HtmlPlaces(isNumber);
    for (Piece piece : text.pieces()) {
      switch (piece) {
        case Piece.Text(String content) -> places.text(content);
        case Piece.Tag tag -> places.tag(tag);
      }
    }
    return places.marked.toString();
  }

  private void text(String content) throws TemplateException {
    if (blankExpected && !content.isEmpty()) {
      blankExpected = false;
      if (" \t\r\n\f/>".indexOf(content.charAt(0)) < 0) {
        throw new TemplateException(
            "in the template, a blank must stand between a section inside <%s> and \"%s\""
                .formatted(place.tag(), content.lines().findFirst().orElse("")));
      }
    }
    place.read(content);
    marked.append(content);
  }

  private void tag(Piece.Tag tag) throws TemplateException {
    switch (tag.kind()) {
      case '#', '^' -> open(tag);
      case '/' -> close(tag);
      default -> value(tag);
    }
  }

  /** A section may be left out or repeated, so it must end where it began. */
  private void open(Piece.Tag tag) throws TemplateException {
    if (place.kind() == Kind.AFTER_NAME) {
      place.beforeName();
    }
    if (key().equals("nowhere")) {
      throw refusal(
          tag, "in the middle of the markup; let it begin between two attributes or tags");
    }
    opened.push(key());
    marked.append(tag);
  }

  private void close(Piece.Tag tag) throws TemplateException {
    String before = opened.pop();
    if (before.startsWith("in ")
        && (place.kind() == Kind.NAME || place.kind() == Kind.AFTER_NAME)) {
      place.beforeName();
    }
    if (!key().equals(before)) {
      throw new TemplateException(
          "{{/%s}} in line %d of the template stands in another place of the page than its beginning; close in the section what is opened in it"
              .formatted(tag.name(), tag.line()));
    }
    blankExpected = place.kind() == Kind.BEFORE_NAME;
    marked.append(tag);
  }

  /** The place, and in an address also whether its scheme is settled. */
  private String key() {
    boolean quoted = place.kind() == Kind.DOUBLE || place.kind() == Kind.SINGLE;
    return quoted && ADDRESSES.contains(attribute())
        ? place.key() + UrlPrefix.of(place.value())
        : place.key();
  }

  /** The attribute's name, without the prefix that SVG puts before some. */
  private String attribute() {
    return place.attribute().substring(place.attribute().lastIndexOf(':') + 1);
  }

  private void value(Piece.Tag tag) throws TemplateException {
    if (tag.kind() == '&') {
      if (place.kind() != Kind.TEXT) {
        throw refusal(tag, "inside a tag or a comment, where nothing may go out unescaped");
      }
      marked.append(tag);
      return;
    }
    Purpose purpose = purpose(tag);
    place.fill();
    marked.append("{{").append(purpose.mark(tag.name())).append("}}");
  }

  private Purpose purpose(Piece.Tag tag) throws TemplateException {
    return switch (place.kind()) {
      case TEXT -> Purpose.SHOWN;
      case PLAIN -> {
        if (place.isPending()) {
          throw refusal(tag, "where a tag may begin; put a blank before it");
        }
        yield Purpose.SHOWN;
      }
      case DOUBLE, SINGLE -> inAttribute(tag);
      case UNQUOTED, BEFORE_VALUE ->
          throw refusal(
              tag, "in an attribute without quotes; write %s=\"…\"".formatted(place.attribute()));
      case RAW ->
          throw refusal(
              tag,
              "inside <%s>, where escaping does not help; show it outside".formatted(place.tag()));
      case COMMENT -> throw refusal(tag, "inside a comment; write {{! … }} for one");
      case OPEN, OPEN_CLOSING -> throw refusal(tag, "behind \"<\", where it could be markup");
      case DECLARATION_OPEN, DECLARATION, TAG_NAME, BEFORE_NAME, NAME, AFTER_NAME ->
          throw refusal(tag, "inside a tag but in no attribute; put it into a quoted attribute");
    };
  }

  private Purpose inAttribute(Piece.Tag tag) throws TemplateException {
    String name = attribute();
    if (UNSAFE_ELEMENTS.contains(place.tag())) {
      throw refusal(tag, "in an attribute of <%s>, which acts on the page".formatted(place.tag()));
    }
    if (name.startsWith("on") || UNSAFE_ATTRIBUTES.contains(name)) {
      throw refusal(tag, "in the attribute \"%s\", where escaping does not help".formatted(name));
    }
    if (name.equals("style")) {
      return inStyle(tag);
    }
    return ADDRESSES.contains(name) ? inAddress(tag) : Purpose.SHOWN;
  }

  private Purpose inStyle(Piece.Tag tag) throws TemplateException {
    if (!isNumber.test(tag.name())) {
      throw refusal(
          tag,
          "in the attribute \"style\", where only numbers are safe; choose a class by a section"
              + " instead");
    }
    return tag.name().startsWith("-") ? Purpose.SHOWN : Purpose.NUMBER;
  }

  private Purpose inAddress(Piece.Tag tag) throws TemplateException {
    if (tag.name().startsWith("-") || tag.name().equals(".")) {
      throw refusal(tag, "in an address; name a column");
    }
    return switch (UrlPrefix.of(place.value())) {
      case NONE -> Purpose.ADDRESS;
      case FIXED -> Purpose.PART;
      case UNSAFE ->
          throw refusal(
              tag,
              "behind \"%s\", where it could be a program; begin the address with https://"
                  .formatted(place.value().strip().replace(HtmlPlace.FILLED, '…')));
    };
  }

  private static TemplateException refusal(Piece.Tag tag, String where) {
    return new TemplateException(
        "%s in line %d of the template stands %s".formatted(tag, tag.line(), where));
  }
}
