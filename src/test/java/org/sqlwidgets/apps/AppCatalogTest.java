package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.problem.Problem;
import org.sqlwidgets.problem.SourceLocation;
import org.sqlwidgets.registry.Snapshot.KnownProblem;

/** Apps over time: files and widgets come, break and go. */
class AppCatalogTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final AppCatalog catalog = new AppCatalog(new Watch(now));
  private final Folder folder =
      new Folder().widget("market/prices.sql").widget("market/returns.sql").widget("top.sql");

  /** A clock that is set by hand. */
  private static final class Watch extends Clock {
    private final AtomicReference<Instant> now;

    Watch(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  private void update() {
    catalog.update(folder.snapshot());
  }

  private List<String> names() {
    return catalog.snapshot().apps().stream().map(App::name).toList();
  }

  private List<String> problems() {
    return catalog.snapshot().problems().stream().map(k -> k.problem().toString()).toList();
  }

  private List<String> widgets() {
    return catalog.snapshot().apps().stream()
        .flatMap(app -> app.tabs().stream())
        .flatMap(tab -> tab.layout().stream())
        .map(App.Item::i)
        .toList();
  }

  @Test
  void catalog_beforeTheFirstUpdate_isEmpty() {
    assertThat(catalog.snapshot().apps()).isEmpty();
    assertThat(catalog.snapshot().errors()).isZero();
  }

  @Test
  void folder_withoutApp_isNoApp() {
    update();

    assertThat(names()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void app_withoutTabs_hasTheWidgetsOfItsOwnFolder_byFileName() {
    folder.widget("market/all.sql").widget("market/deeper/more.sql").widget("markets/other.sql");
    folder.app("market/app.yml", "");
    update();

    assertThat(names()).containsExactly("Market");
    assertThat(widgets()).containsExactly("all", "prices", "returns");
  }

  @Test
  void app_ofTheTopFolder_isCalledByIt_andHasItsOwnWidgets() {
    folder.app("app.yml", "");
    update();

    assertThat(names()).containsExactly("SQL Widgets");
    assertThat(widgets()).containsExactly("top");
  }

  @Test
  void app_ofAFolderWithoutWidgets_isLeftOut() {
    folder.app("empty/app.yml", "");
    update();

    assertThat(names()).isEmpty();
    assertThat(problems())
        .containsExactly(
            "sql-widgets/empty/app.yml: error: no widget of this folder is served, so the app has"
                + " nothing to show; add a .sql file, or name widgets in \"tabs\"");
  }

  @Test
  void brokenApp_isLeftOut_andTheOthersStay() {
    folder.app("market/app.yml", "colour: red").app("app.yml", "");
    update();

    assertThat(names()).containsExactly("SQL Widgets");
    assertThat(catalog.snapshot().errors()).isEqualTo(1);
  }

  @Test
  void appThatBroke_staysInItsLastGoodVersion() {
    folder.app("market/app.yml", "name: Good");
    update();
    folder.app("market/app.yml", "name: [");
    update();

    assertThat(names()).containsExactly("Good");
    assertThat(catalog.snapshot().stale()).containsExactly("sql-widgets/market/app.yml");
    assertThat(catalog.snapshot().errors()).isEqualTo(1);

    folder.app("market/app.yml", "name: Better");
    update();

    assertThat(names()).containsExactly("Better");
    assertThat(catalog.snapshot().stale()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void lastGoodVersion_isBuiltOnTheWidgetsOfToday() {
    folder.app("market/app.yml", "");
    update();
    folder.app("market/app.yml", "- ").without("prices").widget("market/new.sql");
    update();

    assertThat(widgets()).containsExactly("new", "returns");
  }

  @Test
  void appWhoseFileHasGone_isForgotten() {
    folder.app("market/app.yml", "name: Old");
    update();
    folder.withoutApp("market/app.yml");
    update();
    folder.app("market/app.yml", "name: [");
    update();

    assertThat(names()).isEmpty();
  }

  @Test
  void widgetThatIsMissing_isLeftOut_untilItComes() {
    folder.app("market/app.yml", "tabs: [{ widgets: [prices, later] }]");
    update();
    assertThat(widgets()).containsExactly("prices");
    assertThat(problems()).singleElement().asString().contains("there is no widget \"later\"");

    folder.widget("market/later.sql");
    update();
    assertThat(widgets()).containsExactly("prices", "later");
    assertThat(problems()).isEmpty();
  }

  @Test
  void appsOfTheSameId_areBothReported_andNeitherIsServed() {
    folder.widget("a/one.sql").widget("b/two.sql");
    folder.app("a/app.yml", "name: My Stocks").app("b/app.yml", "\nname: my  stocks!");
    folder.app("market/app.yml", "");
    update();

    assertThat(names()).containsExactly("Market");
    assertThat(problems())
        .containsExactly(
            "sql-widgets/a/app.yml:1:7: error: app \"My Stocks\" has the same id in the client,"
                + " \"my-stocks\", as \"my  stocks!\" in sql-widgets/b/app.yml; rename one of them,"
                + " until then neither is served",
            "sql-widgets/b/app.yml:2:7: error: app \"my  stocks!\" has the same id in the client,"
                + " \"my-stocks\", as \"My Stocks\" in sql-widgets/a/app.yml; rename one of them,"
                + " until then neither is served");
  }

  @Test
  void lastGoodVersion_givesWayToAnotherAppOfItsName() {
    folder.widget("b/two.sql").app("market/app.yml", "name: Stocks");
    update();
    folder.app("market/app.yml", "name: [").app("b/app.yml", "name: Stocks");
    update();

    assertThat(names()).containsExactly("Stocks");
    assertThat(widgets()).containsExactly("two");
    assertThat(catalog.snapshot().errors()).isEqualTo(1);
  }

  @Test
  void secondFileOfAFolder_isReported() {
    folder.app("market/app.yml", "name: First").app("market/app.yaml", "name: Second");
    update();

    assertThat(names()).containsExactly("First");
    assertThat(problems())
        .containsExactly(
            "sql-widgets/market/app.yaml: error: the folder has an app.yml besides, which is the"
                + " one that counts; remove one of them");
  }

  @Test
  void fileOfTheOtherEnding_isAnAppToo() {
    folder.app("market/app.yaml", "name: Second");
    update();

    assertThat(names()).containsExactly("Second");
  }

  @Test
  void problems_ofWidgetsAndApps_areOneListInTheOrderOfPlaces() {
    folder.app("market/app.yml", "colour: red");
    folder.problem(Problem.error(SourceLocation.of("sql-widgets/zoo.sql"), "wrong"));
    folder.problem(Problem.error(SourceLocation.of("sql-widgets/a.sql"), "wrong"));
    update();

    assertThat(problems())
        .hasSize(3)
        .isSorted()
        .anyMatch(text -> text.startsWith("sql-widgets/market/app.yml:1:1: error: unknown key"));
    assertThat(catalog.snapshot().errors()).isEqualTo(3);
  }

  @Test
  void problem_keepsTheMomentSinceWhenItIsThere() {
    folder.app("market/app.yml", "colour: red");
    update();
    now.set(NOON.plus(Duration.ofHours(1)));
    folder.app("market/app.yml", "colour: red\nsize: large");
    update();

    assertThat(catalog.snapshot().problems())
        .extracting(KnownProblem::since)
        .containsExactly(NOON, NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void listener_hearsThePresentAndEveryNewSnapshot() {
    List<Integer> counts = new ArrayList<>();
    catalog.onChange(snapshot -> counts.add(snapshot.apps().size()));
    folder.app("market/app.yml", "");
    update();
    folder.withoutApp("market/app.yml");
    update();

    assertThat(counts).containsExactly(0, 1, 0);
  }

  @Test
  void filesAlone_areCheckedWithoutWidgets() {
    folder.app("market/app.yml", "tabs: [{ widgets: [unknown], name: 5 }]").app("app.yml", "");

    assertThat(AppCatalog.problemsIn(folder.files()))
        .extracting(Problem::toString)
        .containsExactly(
            "sql-widgets/market/app.yml:1:36: error: \"name\" must be text, found the number 5; put"
                + " it in quotes");
  }
}
