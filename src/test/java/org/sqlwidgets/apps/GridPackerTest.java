package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.widget.GridData;

/** Typical tabs, with the places that a person would give their widgets. */
class GridPackerTest {

  private record Case(String name, List<GridData> sizes, List<Place> places) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("nothing", List.of(), List.of()),
        new Case("two fill a row", sizes("20x12 20x12"), places("0,0,20x12 20,0,20x12")),
        new Case("what is left over is shared", sizes("16x8 20x8"), places("0,0,18x8 18,0,22x8")),
        new Case("a single one is widened", sizes("24x14"), places("0,0,40x14")),
        new Case("a narrow one stays as it is", sizes("12x4"), places("0,0,12x4")),
        new Case("two narrow ones stay, too", sizes("8x5 8x5"), places("0,0,8x5 8,0,8x5")),
        new Case(
            "three figures above two tables",
            sizes("8x5 8x5 8x5 20x12 20x12"),
            places("0,0,14x5 14,0,13x5 27,0,13x5 0,5,20x12 20,5,20x12")),
        new Case(
            "figures below one another beside a table",
            sizes("20x12 8x5 8x5 8x5 8x5"),
            places("0,0,23x12 23,0,9x5 32,0,8x5 23,5,9x7 32,5,8x7")),
        new Case(
            "a row is as high as its highest",
            sizes("20x8 20x12 40x5"),
            places("0,0,20x12 20,0,20x12 0,12,40x5")),
        new Case(
            "a much lower one is not stretched",
            sizes("20x5 20x12"),
            places("0,0,20x5 20,0,20x12")),
        new Case(
            "one that is wider than the gap begins a row",
            sizes("20x5 20x12 24x7"),
            places("0,0,20x5 20,0,20x12 0,12,40x7")),
        new Case(
            "nothing moves up before an earlier one",
            sizes("28x12 20x12 8x5"),
            places("0,0,40x12 0,12,29x12 29,12,11x5")),
        new Case(
            "limits hold",
            List.of(new GridData(20, 8, null, null, 20, 9), new GridData(10, 12)),
            places("0,0,20x8 20,0,20x12")),
        new Case(
            "a limit that leaves the row open",
            List.of(new GridData(30, 8, null, null, 32, null)),
            places("0,0,30x8")),
        new Case("small as the client makes them", sizes("2x1 20x4"), places("0,0,12x4 12,0,28x4")),
        new Case(
            "small if they say so",
            List.of(new GridData(4, 2, 4, 2, null, null), new GridData(20, 4)),
            places("0,0,7x4 7,0,33x4")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void widgets_lieInRows(Case example) {
    assertThat(GridPacker.pack(example.sizes())).isEqualTo(example.places());
  }

  private static List<GridData> sizes(String text) {
    return Stream.of(text.split(" "))
        .map(size -> size.split("x"))
        .map(size -> new GridData(Integer.parseInt(size[0]), Integer.parseInt(size[1])))
        .toList();
  }

  private static List<Place> places(String text) {
    return Stream.of(text.split(" "))
        .map(place -> Stream.of(place.split("[,x]")).map(Integer::valueOf).toList())
        .map(place -> new Place(place.get(0), place.get(1), place.get(2), place.get(3)))
        .toList();
  }
}
