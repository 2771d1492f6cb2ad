/**
 * One suite for every database: the whole server over HTTP, judged by the bytes that it sends.
 *
 * <p>{@link org.sqlwidgets.contract.DatabaseContract} gathers the topics, each an interface of
 * tests; {@code H2ContractTest} and {@code PostgresContractIT} say on which database they run.
 */
@NullMarked
package org.sqlwidgets.contract;

import org.jspecify.annotations.NullMarked;
