package org.sqlwidgets.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.definition.SourceFile;
import org.sqlwidgets.definition.WidgetFiles;
import org.sqlwidgets.judge.OpenbbJudge;
import org.sqlwidgets.openbb.WidgetsJson;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.registry.Snapshot;
import org.sqlwidgets.registry.WidgetRegistry;
import org.sqlwidgets.widget.Widget;

/** All broken files in the live folder beside the examples: these are served as if alone. */
class LiveFolderTest {
  @TempDir private Path folder;
  private CaseCompiler compiler;
  private WidgetRegistry registry;

  @BeforeEach
  void serveTheExamples() throws IOException {
    compiler = CaseCompiler.onH2();
    for (SourceFile file : CaseFiles.tree(CaseFiles.EXAMPLES)) {
      write(file.path(), file.bytes());
    }
    registry =
        new WidgetRegistry(
            new WidgetFiles(folder),
            compiler.compiler(),
            compiler::storedLookups,
            CaseCompiler.CLOCK);
    registry.refresh();
  }

  @AfterEach
  void stop() {
    compiler.close();
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Lookups stay in the folder of lookups; everything else goes into a folder of its case. */
  private void addBrokenFiles() throws IOException {
    for (CaseFiles broken : CaseFiles.in(CaseFiles.BROKEN)) {
      for (SourceFile file : broken.files()) {
        boolean lookup = file.kind() == SourceFile.Kind.LOOKUP;
        write(lookup ? file.path() : "broken/" + broken.name() + "/" + file.path(), file.bytes());
      }
    }
  }

  @Test
  void examples_besideAllBrokenFiles_areServedUnchanged() throws IOException {
    Snapshot alone = registry.snapshot();
    assertThat(alone.widgets()).hasSizeGreaterThan(20);
    assertThat(alone.errors()).isZero();

    addBrokenFiles();
    registry.refresh();
    Snapshot together = registry.snapshot();

    assertThat(json(of(alone, together))).isEqualTo(json(alone.widgets()));
    assertThat(OpenbbJudge.failures(WidgetsJson.write(together.widgets()))).isEmpty();
    assertThat(caseNames(together)).containsAll(names(CaseFiles.in(CaseFiles.BROKEN)));
  }

  /** The widgets of the earlier snapshot as the later one serves them. */
  private static List<Widget> of(Snapshot earlier, Snapshot later) {
    return earlier.widgets().stream()
        .flatMap(widget -> later.widget(widget.id().value()).stream())
        .toList();
  }

  private static String json(Collection<Widget> widgets) {
    return ReadableJson.of(WidgetsJson.write(widgets));
  }

  private static Set<String> names(List<CaseFiles> cases) {
    return cases.stream().map(CaseFiles::name).collect(Collectors.toSet());
  }

  /** The cases of which some problem was reported. */
  private Set<String> caseNames(Snapshot snapshot) {
    Set<String> reported = new HashSet<>();
    for (Snapshot.KnownProblem known : snapshot.problems()) {
      Problem problem = known.problem();
      for (CaseFiles broken : CaseFiles.in(CaseFiles.BROKEN)) {
        boolean own =
            problem.location().file().contains("broken/" + broken.name() + "/")
                || broken.files().stream()
                    .anyMatch(file -> problem.location().file().endsWith("/" + file.path()));
        if (own) {
          reported.add(broken.name());
        }
      }
    }
    return reported;
  }
}
