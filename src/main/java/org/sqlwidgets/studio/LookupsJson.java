package org.sqlwidgets.studio;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.lookup.LookupState;
import org.sqlwidgets.lookup.OptionEntry;
import org.sqlwidgets.lookup.OptionReads;
import org.sqlwidgets.lookup.OptionReads.LastRead;
import org.sqlwidgets.lookup.StoredLookup;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.Lookup.QueryOptions;

/** Describes every lookup: where its options come from, who uses it, and how it does. */
final class LookupsJson {
  private final Snapshot snapshot;
  private final LookupUses uses;
  private final OptionReads reads;
  private final Clock clock;
  private final boolean mayWrite;

  /**
   * Describes the lookups of one moment.
   *
   * @param mayWrite whether the one who asks may change options
   */
  LookupsJson(Snapshot snapshot, OptionReads reads, Clock clock, boolean mayWrite) {
    this.snapshot = snapshot;
    this.uses = LookupUses.of(snapshot);
    this.reads = reads;
    this.clock = clock;
    this.mayWrite = mayWrite;
  }

  /** All lookups by name, those that are switched off or broken too. */
  List<Map<String, @Nullable Object>> all(List<LookupState> stored) {
    Map<String, Map<String, @Nullable Object>> all = new TreeMap<>();
    for (SourceFile file : snapshot.compilation().sources()) {
      if (file.kind() == Kind.LOOKUP) {
        all.put(file.stem(), file(file));
      }
    }
    snapshot.lookups().forEach((name, lookup) -> all.put(name, served(lookup)));
    stored.forEach(state -> all.put(state.name(), stored(state)));
    return new ArrayList<>(all.values());
  }

  /** One lookup that is no row of the database; empty when there is none of this name. */
  Optional<Map<String, @Nullable Object>> one(String name) {
    return all(List.of()).stream().filter(keys -> name.equals(keys.get("name"))).findFirst();
  }

  /** One lookup of the database. */
  Map<String, @Nullable Object> stored(LookupState state) {
    boolean rows = state.isRows();
    LastRead read = reads.of(state.name());
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("name", state.name());
    keys.put("source", rows ? "rows" : "query");
    keys.put("description", state.description());
    keys.put("file", null);
    keys.put("datasource", rows ? null : datasource(state.name(), state.datasource()));
    keys.put("parentParam", state.parentParam());
    keys.put("enabled", state.enabled());
    keys.put("editable", rows && mayWrite);
    keys.put("usedBy", uses.of(state.name()));
    keys.put(
        "count",
        rows
            ? (Object) state.options().stream().filter(OptionEntry::enabled).count()
            : read.count());
    keys.put("readAt", rows ? clock.instant().toString() : text(read.readAt()));
    keys.put("error", read.error());
    keys.put("problem", problem(StoredLookup.place(state.name()).file()));
    return keys;
  }

  private String datasource(String name, @Nullable String given) {
    return Optional.ofNullable(snapshot.lookups().get(name))
        .flatMap(LookupsJson::datasource)
        .orElse(given == null ? "widgets" : given);
  }

  private Map<String, @Nullable Object> served(Lookup lookup) {
    boolean inline = lookup.name().indexOf('.') >= 0;
    Map<String, @Nullable Object> keys =
        ofFile(lookup.name(), inline ? "inline" : "file", lookup.definedAt().file());
    keys.put("description", lookup.description().orElse(null));
    keys.put("datasource", datasource(lookup).orElse(null));
    return keys;
  }

  /** A file of which nothing is served: it is wrong, or its name is taken. */
  private Map<String, @Nullable Object> file(SourceFile file) {
    return ofFile(file.stem(), "file", file.display());
  }

  private Map<String, @Nullable Object> ofFile(String name, String source, String file) {
    LastRead read = reads.of(name);
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put("name", name);
    keys.put("source", source);
    keys.put("description", null);
    keys.put("file", file);
    keys.put("datasource", null);
    keys.put("parentParam", parents(name));
    keys.put("enabled", true);
    keys.put("editable", false);
    keys.put("usedBy", uses.of(name));
    keys.put("count", read.count());
    keys.put("readAt", text(read.readAt()));
    keys.put("error", read.error());
    keys.put("problem", problem(file));
    return keys;
  }

  private @Nullable String parents(String name) {
    Lookup lookup = snapshot.lookups().get(name);
    List<String> parents = lookup == null ? List.of() : lookup.source().dependsOn();
    return parents.isEmpty() ? null : String.join(", ", parents);
  }

  private static Optional<String> datasource(Lookup lookup) {
    return lookup.source() instanceof QueryOptions options
        ? Optional.of(options.query().datasource())
        : Optional.empty();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private @Nullable String problem(String file) {
    return snapshot.problems().stream()
        .filter(known -> known.problem().location().file().equals(file))
        .map(known -> known.problem().message())
        .findFirst()
        .orElse(null);
  }
}
