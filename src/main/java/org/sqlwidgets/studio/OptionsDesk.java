package org.sqlwidgets.studio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.cache.ReplyCache;
import org.sqlwidgets.lookup.Author;
import org.sqlwidgets.lookup.Edit;
import org.sqlwidgets.lookup.EditContext;
import org.sqlwidgets.lookup.EditRefusedException;
import org.sqlwidgets.lookup.EditRefusedException.Reason;
import org.sqlwidgets.lookup.EditedLookup;
import org.sqlwidgets.lookup.LookupEdit;
import org.sqlwidgets.lookup.LookupState;
import org.sqlwidgets.lookup.OptionChange;
import org.sqlwidgets.lookup.OptionEdit;
import org.sqlwidgets.lookup.OptionReads;
import org.sqlwidgets.lookup.OptionsEditor;
import org.sqlwidgets.openbb.JsonTree;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;

/** Answers what the options editor asks, and has everybody see what it changed. */
@Singleton
public final class OptionsDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OptionsDesk.class);

  private final OptionsEditor editor;
  private final WidgetRegistry registry;
  private final ReplyCache cache;
  private final OptionReads reads;
  private final Clock clock;

  OptionsDesk(
      OptionsEditor editor,
      WidgetRegistry registry,
      ReplyCache cache,
      OptionReads reads,
      Clock clock) {
    this.editor = editor;
    this.registry = registry;
    this.cache = cache;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * A document and the version of the lookup that it tells of.
   *
   * @param json the document
   * @param version empty when the lookup is gone, or is none of the database's rows
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Document(byte[] json, Optional<String> version) {}

  /**
   * A wish to change a lookup.
   *
   * @param lookup its name
   * @param author who wants it
   * @param seen whether a version is the one that the author has seen
   */
  public record Wish(String lookup, Author author, Predicate<String> seen) {}

  /** All lookups. */
  public byte[] all(boolean mayWrite) {
    List<LookupState> stored = editor.readAll();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("editable", mayWrite);
    document.put("lookups", describe(mayWrite).all(stored));
    return JsonTree.write(document);
  }

  /**
   * One lookup, with its options where they are rows.
   *
   * @throws EditRefusedException when there is none of this name
   */
  public Document one(String name, boolean mayWrite) {
    EditedLookup stored = editor.read(name);
    return stored.state().isPresent()
        ? document(stored, mayWrite)
        : describe(mayWrite)
            .one(name)
            .map(keys -> new Document(JsonTree.write(keys), Optional.empty()))
            .orElseThrow(
                () ->
                    new EditRefusedException(
                        Reason.MISSING, "there is no lookup of this name; /lookups lists them"));
  }

  /** The latest changes of a lookup, newest first. */
  public byte[] changes(String name, int most) {
    return ChangesJson.write(editor.changes(name, most));
  }

  /** Adds an option. */
  public Document add(Wish wish, byte[] body) {
    return change(wish, EditReader.added(object(body)));
  }

  /** Changes an option. */
  public Document change(Wish wish, long id, byte[] body) {
    return change(wish, EditReader.changed(id, object(body)));
  }

  /** Deletes an option. */
  public Document delete(Wish wish, long id) {
    return change(wish, new OptionEdit.Delete(id));
  }

  /** Puts the options into another order. */
  public Document order(Wish wish, byte[] body) {
    return change(wish, EditReader.order(object(body)));
  }

  /** Changes description or state of a lookup. */
  public Document settings(Wish wish, byte[] body) {
    return change(wish, EditReader.lookup(object(body)));
  }

  /** Deletes a lookup that no widget uses. */
  public Document remove(Wish wish) {
    return change(wish, new LookupEdit.Delete());
  }

  /** Makes a lookup without options. */
  public Document create(Author author, byte[] body) {
    LookupEdit.Create edit = EditReader.created(object(body));
    String name = edit.state().name();
    if (describe(true).one(name).isPresent()) {
      throw new EditRefusedException(
          Reason.CONFLICT, "there is a lookup \"%s\" already; choose another name".formatted(name));
    }
    return change(new Wish(name, author, version -> true), edit);
  }

  /** The options of a lookup of rows as CSV. */
  public Document csv(String name) {
    LookupState state = LookupState.rows(editor.read(name).state());
    return new Document(OptionsCsv.write(state), Optional.of(state.version()));
  }

  /** Puts the options of a CSV file in the place of all; one faulty line and nothing changes. */
  public Document replace(Wish wish, byte[] body) {
    OptionsCsv csv = OptionsCsv.read(body);
    try {
      return change(wish, csv.edit());
    } catch (EditRefusedException e) {
      throw e.flaws().isEmpty() ? e : new EditRefusedException(csv.placed(e.flaws()));
    }
  }

  /** Takes back the last change. */
  public Document undo(Wish wish) {
    return shown(wish.lookup(), editor.undo(context(wish)));
  }

  private static Map<String, @Nullable Object> object(byte[] body) {
    return PlainJson.object(body)
        .orElseThrow(
            () ->
                new EditRefusedException(
                    Reason.INVALID, "the request body must be one JSON object"));
  }

  private Document change(Wish wish, Edit edit) {
    return shown(wish.lookup(), editor.change(edit, context(wish)));
  }

  private EditContext context(Wish wish) {
    Snapshot snapshot = registry.snapshot();
    return new EditContext(
        wish.lookup(),
        wish.author(),
        wish.seen(),
        snapshot.isMultiSelect(wish.lookup()),
        LookupUses.of(snapshot).of(wish.lookup()));
  }

  private Document shown(String name, EditedLookup edited) {
    cache.clear();
    try {
      registry.refresh();
    } catch (RuntimeException e) {
      // The change itself stays, whatever comes of that.
      LOG.error("looking for changed lookups failed; what is served stays", e);
    }
    return edited.state().isPresent() ? document(edited, true) : gone(name, edited);
  }

  private static Document gone(String name, EditedLookup edited) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("name", name);
    keys.put("deleted", true);
    keys.put("undo", undo(edited));
    return new Document(JsonTree.write(keys), Optional.empty());
  }

  private Document document(EditedLookup edited, boolean mayWrite) {
    LookupState state = edited.state().orElseThrow();
    Map<String, @Nullable Object> keys = describe(mayWrite).stored(state);
    if (!state.isRows()) {
      return new Document(JsonTree.write(keys), Optional.empty());
    }
    keys.put("version", state.version());
    keys.put("undo", undo(edited));
    keys.put("options", state.options().stream().map(StateJson::option).toList());
    return new Document(JsonTree.write(keys), Optional.of(state.version()));
  }

  /** What an undo would take back, as a sentence; null when it would be refused. */
  private static @Nullable String undo(EditedLookup edited) {
    return edited
        .undoable()
        .map(OptionChange::what)
        .map(what -> "Undo takes back: " + what)
        .orElse(null);
  }

  private LookupsJson describe(boolean mayWrite) {
    return new LookupsJson(registry.snapshot(), reads, clock, mayWrite);
  }
}
