package org.sqlwidgets.lookup;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.database.Databases;
import org.sqlwidgets.lookup.EditRefusedException.Flaw;
import org.sqlwidgets.lookup.EditRefusedException.Reason;
import org.sqlwidgets.query.ValueReader;
import org.sqlwidgets.sql.SqlDialect;

/**
 * Changes the lookups that are kept as rows, each time in one transaction with the record of it.
 *
 * <p>The row of the lookup is locked first, so that one change sees what the one before it did.
 */
@Singleton
public final class OptionsEditor {
  private static final Logger LOG = LoggerFactory.getLogger(OptionsEditor.class);
  private static final String LONGEST_WAIT = "3s";

  private final OptionRows rows;
  private final LookupRepository lookups;
  private final OptionChangeRepository changes;
  private final StateText text;
  private final LookupTransactions transactions;
  private final boolean limitsWaits;

  OptionsEditor(
      OptionRows rows,
      LookupRepository lookups,
      OptionChangeRepository changes,
      StateText text,
      LookupTransactions transactions,
      Databases databases) {
    this.rows = rows;
    this.lookups = lookups;
    this.changes = changes;
    this.text = text;
    this.transactions = transactions;
    this.limitsWaits = databases.ownerDialect() == SqlDialect.POSTGRESQL;
  }

  /** A lookup and its last change, as they are now. */
  public EditedLookup read(String lookup) {
    refuseNoName(lookup);
    return reading(() -> edited(rows.find(lookup), lookup));
  }

  /** All lookups of the database by name, those that are switched off too. */
  public List<LookupState> readAll() {
    return reading(rows::findAll);
  }

  /** The latest changes of a lookup, newest first; those of one that is gone, too. */
  public List<OptionChange> changes(String lookup, int most) {
    refuseNoName(lookup);
    return reading(() -> changes.findLatest(lookup, most));
  }

  private <T> T reading(Supplier<T> work) {
    try {
      return transactions.read(work);
    } catch (LookupsUnavailableException e) {
      LOG.error("the options editor cannot read the database", e);
      throw new EditRefusedException(
          Reason.UNAVAILABLE,
          "the database with the lookups cannot be read just now; try again shortly");
    }
  }

  /**
   * Makes a change.
   *
   * @return the lookup afterwards
   * @throws EditRefusedException when nothing was changed
   */
  public EditedLookup change(Edit edit, EditContext context) {
    refuseNoName(context.lookup());
    return transactions.change(
        () -> {
          Optional<LookupState> present = lockAsSeen(context);
          Edit.Plan plan = edit.plan(present);
          plan.state().ifPresent(wanted -> refuseFlaws(edit, present, wanted, context));
          return write(context, present, plan, edit.kind(), null);
        });
  }

  /**
   * Takes back the last change that was not taken back yet.
   *
   * @return the lookup afterwards
   * @throws EditRefusedException when there is none, or the rows are not as it left them
   */
  public EditedLookup undo(EditContext context) {
    refuseNoName(context.lookup());
    return transactions.change(
        () -> {
          Optional<LookupState> present = lockAsSeen(context);
          OptionChange last =
              changes.findUndoable(context.lookup()).orElseThrow(() -> nothingToUndo(context));
          if (!EditedLookup.isAsLeftBy(last, present)) {
            throw new EditRefusedException(
                Reason.CONFLICT,
                "the rows are not as the last change left them (%s): they were changed by SQL or a form since; undo would lose that, so change them by hand"
                    .formatted(last.what()));
          }
          Edit.Plan plan = new Edit.Plan(before(last, present), "took back: " + last.what());
          return write(context, present, plan, "undo", last.id());
        });
  }

  /** Not every database takes such a text even to look for it. */
  private static void refuseNoName(String lookup) {
    if (ValueReader.flaw(lookup).isPresent()) {
      throw new EditRefusedException(
          Reason.MISSING, "there is no lookup of this name; /lookups lists them");
    }
  }

  private static EditRefusedException nothingToUndo(EditContext context) {
    return new EditRefusedException(
        Reason.CONFLICT,
        "there is no change of lookup \"%s\" that could be taken back".formatted(context.lookup()));
  }

  /** What was there before a change that is the last one. */
  private Optional<LookupState> before(OptionChange change, Optional<LookupState> present) {
    Set<Long> touched = new HashSet<>(ids(text.read(change.afterState())));
    List<OptionEntry> options =
        new ArrayList<>(
            present.map(LookupState::options).orElse(List.of()).stream()
                .filter(option -> !touched.contains(option.id()))
                .toList());
    return text.read(change.beforeState())
        .map(
            before -> {
              options.addAll(before.options());
              return before.with(options);
            });
  }

  private static Set<Long> ids(Optional<LookupState> state) {
    return state.map(found -> found.byId().keySet()).orElse(Set.of());
  }

  private Optional<LookupState> lockAsSeen(EditContext context) {
    if (limitsWaits) {
      lookups.limitWaits(LONGEST_WAIT);
    }
    Optional<LookupState> present = rows.lock(context.lookup());
    if (present.isPresent() && !context.seen().test(present.get().version())) {
      throw new EditRefusedException(
          Reason.OUTDATED,
          "somebody else has changed lookup \"%s\" meanwhile; nothing was changed: load it again, then repeat your change"
              .formatted(context.lookup()));
    }
    return present;
  }

  private static void refuseFlaws(
      Edit edit, Optional<LookupState> present, LookupState wanted, EditContext context) {
    LookupState before = present.orElseGet(wanted::bare);
    List<Flaw> flaws = new ArrayList<>(edit.flaws());
    flaws.addAll(OptionRules.flaws(before, wanted, context.multiSelect()));
    if (!flaws.isEmpty()) {
      throw new EditRefusedException(flaws);
    }
  }

  private EditedLookup write(
      EditContext context,
      Optional<LookupState> present,
      Edit.Plan plan,
      String kind,
      @Nullable Long undoes) {
    if (plan.state().isEmpty() && !context.usedBy().isEmpty()) {
      throw new EditRefusedException(
          Reason.CONFLICT,
          "lookup \"%s\" is used by %s; change these widgets first"
              .formatted(context.lookup(), String.join(", ", context.usedBy())));
    }
    if (present.equals(plan.state())) {
      return edited(present, context.lookup());
    }
    rows.write(context.lookup(), present, plan.state());
    Optional<LookupState> after = rows.lock(context.lookup());
    changes.add(
        new OptionChange(
            0L,
            Instant.EPOCH,
            context.lookup(),
            kind,
            plan.what(),
            context.author().saidUser(),
            context.author().apiKey(),
            text.write(onlyChanged(present, after)),
            text.write(onlyChanged(after, present)),
            EditedLookup.version(after),
            undoes,
            false));
    return edited(after, context.lookup());
  }

  /** The lookup with those of its options that are not the same in the other. */
  private static Optional<LookupState> onlyChanged(
      Optional<LookupState> state, Optional<LookupState> other) {
    Set<OptionEntry> same = new HashSet<>(other.map(LookupState::options).orElse(List.of()));
    return state.map(
        one -> one.with(one.options().stream().filter(option -> !same.contains(option)).toList()));
  }

  private EditedLookup edited(Optional<LookupState> state, String lookup) {
    return new EditedLookup(
        state, changes.findUndoable(lookup).filter(last -> EditedLookup.isAsLeftBy(last, state)));
  }
}
