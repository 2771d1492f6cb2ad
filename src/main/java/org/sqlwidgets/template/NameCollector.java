package org.sqlwidgets.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.function.Consumer;

/** Visits a template and reports every name in it; refuses what is not closed or not supported. */
record NameCollector(Consumer<String> names) implements Mustache.Visitor {
  private static final int LONGEST = 30;

  @Override
  public void visitText(String text) {
    int open = text.indexOf("{{");
    if (open >= 0) {
      throw new MustacheException(
          "tag \"%s\" is not closed; end it with \"}}\"".formatted(start(text.substring(open))));
    }
  }

  private static String start(String text) {
    String line = text.lines().findFirst().orElse(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  @Override
  public void visitVariable(String name) {
    names.accept(name);
  }

  @Override
  public boolean visitInclude(String name) {
    throw new MustacheException("{{>" + name + "}} is not supported; write the text in place");
  }

  @Override
  public boolean visitSection(String name) {
    names.accept(name);
    return true;
  }

  @Override
  public boolean visitInvertedSection(String name) {
    names.accept(name);
    return true;
  }
}
