package org.sqlwidgets.query;

/** Hands numbers on as texts: for a column that is declared as text. */
record NumberAsText(ValueSink sink) implements ValueSink {

  @Override
  public void nullValue() {
    sink.nullValue();
  }

  @Override
  public void bool(boolean value) {
    sink.text(String.valueOf(value));
  }

  @Override
  public void number(long value) {
    sink.text(Long.toString(value));
  }

  @Override
  public void number(byte[] ascii, int offset, int length) {
    sink.text(ascii, offset, length);
  }

  @Override
  public void number(String text) {
    sink.text(text);
  }

  @Override
  public void text(byte[] utf8, int offset, int length) {
    sink.text(utf8, offset, length);
  }

  @Override
  public void text(String value) {
    sink.text(value);
  }

  @Override
  public void json(String document) {
    sink.text(document);
  }

  @Override
  public void bytes(byte[] value) {
    sink.bytes(value);
  }
}
