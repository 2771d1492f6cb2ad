package org.sqlwidgets.widget;

/** The SQL types that are told apart, for binding and on the wire (widget-file §8, §9). */
public enum SqlType {
  /** 16-bit whole number. */
  SMALLINT,
  /** 32-bit whole number. */
  INTEGER,
  /** 64-bit whole number. */
  BIGINT,
  /** Decimal number of any size. */
  NUMERIC,
  /** 32-bit binary floating point. */
  REAL,
  /** 64-bit binary floating point. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** Calendar day. */
  DATE,
  /** Day and time without zone. */
  TIMESTAMP,
  /** Point in time. */
  TIMESTAMPTZ,
  /** Time of day without zone. */
  TIME,
  /** Text of a fixed length, padded with blanks. */
  CHAR,
  /** Text. */
  TEXT,
  /** Universally unique identifier. */
  UUID,
  /** JSON document. */
  JSON,
  /** Array of any element type. */
  ARRAY,
  /** Bytes. */
  BINARY,
  /** Anything else, handled by the database's own text form. */
  OTHER;

  /** True for whole numbers. */
  public boolean isInteger() {
    return this == SMALLINT || this == INTEGER || this == BIGINT;
  }

  /** True for every kind of number. */
  public boolean isNumber() {
    return isInteger() || this == NUMERIC || this == REAL || this == DOUBLE;
  }
}
