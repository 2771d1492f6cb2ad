package org.sqlwidgets.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every input that fuzzing found interesting, or wrong once, is right. */
class FuzzCorporaTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void keptInput_breaksNothing_inShortTime(FuzzTarget target) throws IOException {
    assertThat(target.inputs()).hasSizeGreaterThan(20);
    for (Path input : target.inputs()) {
      byte[] bytes = Files.readAllBytes(input);
      assertThatCode(() -> Assertions.assertTimeout(LONGEST, () -> target.tryOut(bytes)))
          .as(input.toString())
          .doesNotThrowAnyException();
    }
  }
}
