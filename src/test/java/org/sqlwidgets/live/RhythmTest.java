package org.sqlwidgets.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.widget.LiveUpdates;

class RhythmTest {
  private static Rhythm every(String interval) {
    return new Rhythm(
        new LiveUpdates(
            List.of("id"), Optional.of(interval).map(Duration::parse), Optional.empty()));
  }

  /** Who joins such a group would look at nothing for hours. */
  @Test
  void longInterval_isLeisurely_shortOneIsNot() {
    assertThat(every("PT10.001S").isLeisurely()).isTrue();
    assertThat(every("PT6H").isLeisurely()).isTrue();
    assertThat(every("PT10S").isLeisurely()).isFalse();
    assertThat(every("PT0.25S").isLeisurely()).isFalse();
  }

  @Test
  void rhythmWithoutInterval_isLeisurely() {
    assertThat(
            new Rhythm(new LiveUpdates(List.of("id"), Optional.empty(), Optional.of("told")))
                .isLeisurely())
        .isTrue();
  }

  @Test
  void failing_isNotLeisurely_untilItWorksAgain() {
    Rhythm rhythm = every("PT6H");
    rhythm.afterFailure();
    assertThat(rhythm.isLeisurely()).isFalse();
    rhythm.afterSuccess();
    assertThat(rhythm.isLeisurely()).isTrue();
  }

  @Test
  void pausesAfterFailures_grow_upToAMinute_orTheInterval() {
    Rhythm quick = every("PT0.25S");
    assertThat(quick.afterFailure()).isEqualTo(Duration.ofSeconds(1));
    assertThat(quick.afterFailure()).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 10; i++) {
      quick.afterFailure();
    }
    assertThat(quick.afterFailure()).isEqualTo(Duration.ofMinutes(1));
    Rhythm slow = every("PT6H");
    assertThat(slow.afterFailure()).isEqualTo(Duration.ofHours(6));
    assertThat(slow.afterFailure()).isEqualTo(Duration.ofHours(6));
  }
}
