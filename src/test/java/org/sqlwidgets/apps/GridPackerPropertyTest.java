package org.sqlwidgets.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.sqlwidgets.widget.GridData;

/** Whatever the sizes, the places are right. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class GridPackerPropertyTest {
  private static final Comparator<Place> READING =
      Comparator.comparingInt(Place::y).thenComparingInt(Place::x);

  @Provide
  Arbitrary<List<GridData>> sizes() {
    Arbitrary<Integer> widths =
        Arbitraries.oneOf(
            Arbitraries.of(8, 10, 16, 20, 24, 40), Arbitraries.integers().between(1, 40));
    Arbitrary<Integer> heights =
        Arbitraries.oneOf(Arbitraries.of(4, 5, 8, 12), Arbitraries.integers().between(1, 100));
    Arbitrary<Integer> less = Arbitraries.integers().between(0, 10).injectNull(0.6);
    return Combinators.combine(widths, heights, less, less, less, less)
        .as(GridPackerPropertyTest::size)
        .list()
        .ofMaxSize(20);
  }

  private static GridData size(
      int w,
      int h,
      @Nullable Integer lessW,
      @Nullable Integer lessH,
      @Nullable Integer moreW,
      @Nullable Integer moreH) {
    return new GridData(
        w,
        h,
        lessW == null ? null : Math.max(1, w - lessW),
        lessH == null ? null : Math.max(1, h - lessH),
        moreW == null ? null : Math.min(40, w + moreW),
        moreH == null ? null : h + moreH);
  }

  @Property
  void widgets_lieWithinTheGrid(@ForAll("sizes") List<GridData> sizes) {
    assertThat(GridPacker.pack(sizes))
        .hasSameSizeAs(sizes)
        .allMatch(place -> place.x() >= 0 && place.y() >= 0 && place.x() + place.w() <= 40);
  }

  @Property
  void widgets_neverOverlap(@ForAll("sizes") List<GridData> sizes) {
    List<Place> places = GridPacker.pack(sizes);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      assertThat(places.subList(i + 1, places.size())).noneMatch(place::overlaps);
    }
  }

  @Property
  void widgets_keepTheirOrder(@ForAll("sizes") List<GridData> sizes) {
    assertThat(GridPacker.pack(sizes)).isSortedAccordingTo(READING);
  }

  @Property
  void widgets_keepTheirSize_orGrowUpToTwice(@ForAll("sizes") List<GridData> sizes) {
    List<Place> places = GridPacker.pack(sizes);
    for (int i = 0; i < places.size(); i++) {
      GridData size = sizes.get(i);
      int w = size.minW() == null ? Math.max(8, size.w()) : size.w();
      int h = size.minH() == null ? Math.max(4, size.h()) : size.h();
      assertThat(places.get(i).w()).isBetween(w, Math.max(w, most(2 * w, size.maxW())));
      assertThat(places.get(i).h()).isBetween(h, Math.max(h, most(2 * h, size.maxH())));
    }
  }

  @Property
  void rows_leaveNoEmptyLine(@ForAll("sizes") List<GridData> sizes) {
    List<Place> places = GridPacker.pack(sizes);
    int bottom = places.stream().mapToInt(place -> place.y() + place.h()).max().orElse(0);
    for (int y = 0; y < bottom; y++) {
      int line = y;
      assertThat(places).anyMatch(place -> place.y() <= line && line < place.y() + place.h());
    }
  }

  private static int most(int twice, @Nullable Integer limit) {
    return limit == null ? twice : Math.min(twice, limit);
  }
}
