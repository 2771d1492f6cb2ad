package org.sqlwidgets.lookup;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.FailureCause;
import org.sqlwidgets.lookup.EditRefusedException.Reason;

/** Reads and changes the tables of the lookups, and says why the database could not. */
@Singleton
final class LookupTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(LookupTransactions.class);

  /** More than the pool of the owner has by default. */
  private static final int MOST_BROKEN = 10;

  private final TransactionOperations<?> transactions;

  LookupTransactions(TransactionOperations<?> transactions) {
    this.transactions = transactions;
  }

  /**
   * Reads all tables as of one moment, though they are read one after the other; tries again over
   * another connection when one broke while nobody used it, which may be so of all in the pool.
   *
   * @throws LookupsUnavailableException when the database cannot do it
   */
  <T> T read(Supplier<T> work) {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
    definition.setReadOnly(true);
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    for (int broken = 0; ; broken++) {
      try {
        return once(definition, work);
      } catch (NotDoneException e) {
        if (broken == MOST_BROKEN || !isBrokenConnection(e)) {
          throw new LookupsUnavailableException(e);
        }
        LOG.debug("the lookups are read again, over another connection", e);
      }
    }
  }

  private static boolean isBrokenConnection(NotDoneException e) {
    return switch (e.getCause()) {
      case ConnectionException _ -> true;
      case CannotGetJdbcConnectionException _ -> false;
      case null, default ->
          switch (FailureCause.of(e)) {
            case DISK, CONNECTION -> true;
            case LOCKED, OTHER -> false;
          };
    };
  }

  /**
   * Makes a change; tries twice, and the second time meets the rows that stood in its way.
   *
   * <p>A connection that breaks may have done so after the change, so that is not tried again.
   *
   * @throws EditRefusedException when the database cannot do it
   */
  <T> T change(Supplier<T> work) {
    try {
      return once(TransactionDefinition.DEFAULT, work);
    } catch (NotDoneException e) {
      if (!(e.getCause() instanceof DataAccessException)) {
        throw refused(e);
      }
      LOG.debug("an edit is tried again", e);
      return again(work);
    }
  }

  private <T> T again(Supplier<T> work) {
    try {
      return once(TransactionDefinition.DEFAULT, work);
    } catch (NotDoneException e) {
      throw refused(e);
    }
  }

  private static EditRefusedException refused(NotDoneException e) {
    LOG.error("the options editor cannot use the database", e);
    return new EditRefusedException(
        Reason.UNAVAILABLE,
        switch (FailureCause.of(e)) {
          case DISK ->
              "the database with the lookups cannot write to its disk; nothing was changed";
          case CONNECTION ->
              "the database with the lookups does not answer; look whether the change is there"
                  + " before you try again";
          case LOCKED -> "somebody else holds its rows; nothing was changed, try again";
          case OTHER ->
              "the database with the lookups cannot do it just now; nothing was changed, try again";
        });
  }

  /** The error of a connection that the database gave up must not hide why it did. */
  private <T> T once(TransactionDefinition definition, Supplier<T> work) {
    List<DataAccessException> failures = new ArrayList<>(1);
    try {
      return transactions.execute(definition, status -> noting(failures, work));
    } catch (CannotGetJdbcConnectionException
        | ConnectionException
        | DataAccessException
        | TransactionException e) {
      NotDoneException all = new NotDoneException(e);
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }

  private static <T> T noting(List<DataAccessException> failures, Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      failures.add(e);
      throw e;
    }
  }

  /** The database did not do it; every error that tells why is in it. */
  private static final class NotDoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDoneException(RuntimeException cause) {
      super(cause);
    }
  }
}
