package org.sqlwidgets.contract;

/** What the tests of every topic work with. */
interface Topic {
  /** A server whose only widgets are those that a test publishes. */
  ContractServer server();
}
