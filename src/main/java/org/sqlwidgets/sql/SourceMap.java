package org.sqlwidgets.sql;

import java.util.List;

/**
 * Where each part of a JDBC text comes from in the text that the author wrote.
 *
 * @param pieces the parts of the JDBC text in order, without gaps
 * @param jdbcEnd the length of the JDBC text
 * @param sourceEnd where the source of the last piece ends
 */
record SourceMap(List<Piece> pieces, int jdbcEnd, int sourceEnd) {

  /** How a part of the JDBC text relates to its source. */
  enum Kind {
    /** The same characters. */
    COPIED,
    /** {@code ?} for a placeholder. */
    PLACEHOLDER,
    /** {@code ??} for the operator {@code ?}. */
    QUESTION_MARK,
    /** Other characters for one token. */
    REPLACED
  }

  /** A part of the JDBC text, with the starts of itself and of its source. */
  record Piece(Kind kind, int jdbcStart, int sourceStart) {}

  SourceMap {
    pieces = List.copyOf(pieces);
  }

  /** The source's offset for an offset in the JDBC text; beyond the end means the end. */
  int sourceOffset(int jdbcOffset) {
    if (jdbcOffset >= jdbcEnd || pieces.isEmpty()) {
      return sourceEnd;
    }
    Piece piece = pieceAt(Math.max(jdbcOffset, 0));
    int inside = piece.kind() == Kind.COPIED ? Math.max(jdbcOffset, 0) - piece.jdbcStart() : 0;
    return piece.sourceStart() + inside;
  }

  private Piece pieceAt(int jdbcOffset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).jdbcStart() <= jdbcOffset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }

  /**
   * The offset in the JDBC text of a character that PostgreSQL names.
   *
   * <p>Its driver sends {@code $1}, {@code $2} for the placeholders and {@code ?} for {@code ??};
   * the server counts code points from 1.
   */
  int jdbcOffset(String jdbcText, int serverPosition) {
    int left = Math.max(serverPosition - 1, 0);
    int parameters = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int start = piece.jdbcStart();
      int end = i + 1 < pieces.size() ? pieces.get(i + 1).jdbcStart() : jdbcEnd;
      int sent =
          switch (piece.kind()) {
            case COPIED, REPLACED -> jdbcText.codePointCount(start, end);
            case PLACEHOLDER -> 1 + Integer.toString(++parameters).length();
            case QUESTION_MARK -> 1;
          };
      if (left < sent) {
        return piece.kind() == Kind.COPIED ? jdbcText.offsetByCodePoints(start, left) : start;
      }
      left -= sent;
    }
    return jdbcEnd;
  }
}
