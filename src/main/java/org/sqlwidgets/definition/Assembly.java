package org.sqlwidgets.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sqlwidgets.definition.Compiled.Draft;
import org.sqlwidgets.definition.FileMemory.Remembered;
import org.sqlwidgets.definition.SourceFile.Kind;
import org.sqlwidgets.problem.Problems;
import org.sqlwidgets.widget.Action;
import org.sqlwidgets.widget.Form;
import org.sqlwidgets.widget.Lookup;
import org.sqlwidgets.widget.LookupUse;
import org.sqlwidgets.widget.Widget;
import org.sqlwidgets.widget.WidgetId;

/** Holds compiled files against each other and against the lookups: clashes, then links. */
final class Assembly {
  private final CompilerSettings settings;
  private final List<Remembered> files;
  private final Problems problems;
  private final List<Candidate> candidates;
  private final LookupIndex lookups = new LookupIndex();
  private final ActionIndex actions = new ActionIndex();
  private final Map<WidgetId, Widget> widgets = new TreeMap<>();
  private final List<WidgetId> stale = new ArrayList<>();

  /**
   * A widget that may be served.
   *
   * @param draft the widget
   * @param stale true when it is an older version of its file
   */
  private record Candidate(Draft draft, boolean stale) {
    WidgetId id() {
      return draft.widget().id();
    }
  }

  Assembly(CompilerSettings settings, List<Remembered> files, Problems problems) {
    this.settings = settings;
    this.files = files;
    this.problems = problems;
    this.candidates = unique(candidates(files));
  }

  private static List<Candidate> candidates(List<Remembered> files) {
    List<Candidate> candidates = new ArrayList<>();
    for (Remembered file : files) {
      Compiled good = file.lastGood();
      if (good != null) {
        good.draft().ifPresent(draft -> candidates.add(new Candidate(draft, file.isStale())));
      }
    }
    return candidates;
  }

  /** An id that is there twice is served by nobody; one problem names both places. */
  private List<Candidate> unique(List<Candidate> all) {
    Map<WidgetId, Candidate> first = new HashMap<>();
    Set<WidgetId> clashing = new HashSet<>();
    for (Candidate candidate : all) {
      Candidate other = first.putIfAbsent(candidate.id(), candidate);
      if (other != null) {
        clashing.add(candidate.id());
        problems.error(
            candidate.draft().idAt(),
            "widget id \"%s\" is also that of %s; give one of them another \"id\", until then neither is served"
                .formatted(candidate.id(), other.draft().idAt()));
      }
    }
    return all.stream().filter(candidate -> !clashing.contains(candidate.id())).toList();
  }

  /**
   * Takes all lookups: those of files, those that are kept in the database, inline ones.
   *
   * @param refused why other names are not there
   */
  void addLookups(List<Lookup> stored, Map<String, String> refused) {
    for (Remembered file : files) {
      Compiled good = file.lastGood();
      if (good != null) {
        lookups.addAll(good.lookup().stream().toList(), problems);
      } else if (file.file().kind() == Kind.LOOKUP) {
        lookups.refuse(
            file.file().stem(),
            "cannot be used before %s is mended".formatted(file.file().display()));
      }
    }
    lookups.addAll(stored, problems);
    refused.forEach(lookups::refuse);
    candidates.forEach(candidate -> lookups.addAll(candidate.draft().wiring().inline(), problems));
  }

  /** Takes all actions. */
  void addActions() {
    for (Remembered file : files) {
      Compiled good = file.lastGood();
      if (good != null) {
        good.action().ifPresent(action -> actions.add(action, problems));
      } else if (file.file().kind() == Kind.ACTION) {
        actions.refuse(
            file.file().stem(),
            "cannot be used before %s is mended".formatted(file.file().display()));
      }
    }
  }

  /**
   * Links all widgets with their lookups, and their forms with actions.
   *
   * @param before the widgets as they were last served, which stand in for what cannot be linked
   */
  void link(Map<WidgetId, Widget> before) {
    for (Remembered file : files) {
      if (!file.compiled().isGood()) {
        file.compiled().wiring().ifPresent(wiring -> Linker.link(lookups, wiring, problems));
      }
    }
    for (Candidate candidate : candidates) {
      Problems own = candidate.stale() ? new Problems() : problems;
      Optional<Widget> linked = linked(candidate, own);
      Widget serving = linked.orElse(before.get(candidate.id()));
      if (serving != null && candidate.draft().publish()) {
        widgets.put(candidate.id(), serving);
        if (linked.isEmpty() || candidate.stale()) {
          stale.add(candidate.id());
        }
      }
    }
  }

  /** The widget with lookups and form; empty when one of them is wrong. */
  private Optional<Widget> linked(Candidate candidate, Problems own) {
    Optional<Map<String, LookupUse>> links = Linker.link(lookups, candidate.draft().wiring(), own);
    Problems ofForm = new Problems();
    FormLinker linker = new FormLinker(actions, lookups, settings, ofForm);
    Set<String> names = candidate.draft().wiring().params();
    Optional<Form> form = candidate.draft().form().flatMap(found -> linker.link(found, names));
    own.addAll(ofForm.list());
    return links
        .filter(found -> !ofForm.hasErrors())
        .map(found -> Links.put(candidate.draft().widget(), found, form));
  }

  /** All actions that may be run, by name. */
  Map<String, Action> actions() {
    return actions.served();
  }

  /** All widgets that are served, by id. */
  Map<WidgetId, Widget> widgets() {
    return Collections.unmodifiableMap(widgets);
  }

  /** The ids of those that are older versions. */
  List<WidgetId> stale() {
    return stale;
  }

  /** All lookups that are served, by name. */
  Map<String, Lookup> lookups() {
    return lookups.served();
  }

  /** The present id for each former one; an id that is in use goes to its user. */
  Map<WidgetId, WidgetId> formerIds() {
    Map<WidgetId, Candidate> users = new HashMap<>();
    candidates.forEach(candidate -> users.put(candidate.id(), candidate));
    Map<WidgetId, WidgetId> formerIds = new TreeMap<>();
    for (Candidate candidate : candidates) {
      for (Located<String> former : candidate.draft().formerIds()) {
        WidgetId id = new WidgetId(former.value());
        Candidate user = users.putIfAbsent(id, candidate);
        if (user == null) {
          formerIds.put(id, candidate.id());
        } else {
          problems.warning(
              former.at(),
              "former id \"%s\" leads to the widget of %s; remove it here or there"
                  .formatted(id, user.draft().widget().file()));
        }
      }
    }
    return Collections.unmodifiableMap(formerIds);
  }
}
