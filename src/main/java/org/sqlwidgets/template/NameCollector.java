package org.sqlwidgets.template;

import com.samskivert.mustache.Mustache;
import java.util.function.Consumer;

/** Visits a template and reports every name in it. */
record NameCollector(Consumer<String> names) implements Mustache.Visitor {

  @Override
  public void visitText(String text) {}

  @Override
  public void visitVariable(String name) {
    names.accept(name);
  }

  @Override
  public boolean visitInclude(String name) {
    throw new com.samskivert.mustache.MustacheException(
        "{{>" + name + "}} is not supported; write the text in place");
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
