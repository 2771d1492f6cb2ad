package org.sqlwidgets.template;

import com.samskivert.mustache.Mustache;

/**
 * Writes down what the library has read of a template.
 *
 * @param trace texts without white space, names between NULs
 */
record TraceVisitor(StringBuilder trace) implements Mustache.Visitor {

  /** Adds a text without its white space, which the library drops at some line ends. */
  static void add(StringBuilder trace, String text) {
    text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> trace.append((char) c));
  }

  @Override
  public void visitText(String text) {
    add(trace, text);
  }

  @Override
  public void visitVariable(String name) {
    trace.append('\0').append(name).append('\0');
  }

  @Override
  public boolean visitInclude(String name) {
    visitVariable(name);
    return false;
  }

  @Override
  public boolean visitSection(String name) {
    visitVariable(name);
    return true;
  }

  @Override
  public boolean visitInvertedSection(String name) {
    visitVariable(name);
    return true;
  }
}
