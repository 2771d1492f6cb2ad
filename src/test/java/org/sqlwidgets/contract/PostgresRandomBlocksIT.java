package org.sqlwidgets.contract;

class PostgresRandomBlocksIT extends RandomBlocks {
  PostgresRandomBlocksIT() {
    super(new PostgresDatabase(), 2_000);
  }
}
