package org.sqlwidgets.query;

/** Is told how far the queries of one request have come, on the thread that runs them. */
public interface RunProgress {

  /** An observer that is told and does nothing. */
  RunProgress UNWATCHED =
      new RunProgress() {
        @Override
        public void connected() {}

        @Override
        public void executing() {}

        @Override
        public Rows executed(Rows rows) {
          return rows;
        }

        @Override
        public void read() {}
      };

  /** A connection is there; told again when another one had to be taken. */
  void connected();

  /** A query is about to be given to the database. */
  void executing();

  /** The database has answered; gives the rows to read, which may be watched. */
  Rows executed(Rows rows);

  /** All rows have been read and written. */
  void read();
}
