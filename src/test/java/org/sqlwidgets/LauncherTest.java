package org.sqlwidgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir private Path folder;

  @Test
  void javaThatIsNewEnough_isTaken() {
    assertThat(Launcher.refusal("25", folder.toFile())).isEmpty();
    assertThat(Launcher.refusal("26", folder.toFile())).isEmpty();
  }

  @Test
  void olderJava_isToldSo() {
    assertThat(Launcher.refusal("17", folder.resolve("java-17").toFile()))
        .isEqualTo("SQL Widgets needs Java 25 or newer, found Java 17.");
    assertThat(Launcher.refusal("1.8", folder.resolve("java-8").toFile()))
        .isEqualTo("SQL Widgets needs Java 25 or newer, found Java 8.");
  }

  @Test
  void olderJava_isToldWhereANewOneIs() throws IOException {
    Path newer = folder.resolve("temurin-25/bin/java");
    Files.createDirectories(newer.getParent());
    Files.createFile(newer);
    assertThat(Launcher.refusal("17", folder.resolve("java-17").toFile()))
        .endsWith("found Java 17; installed here: " + newer + ".");
  }

  @Test
  void versionThatNobodyUnderstands_isTooOld() {
    assertThat(Launcher.refusal("next", folder.resolve("java").toFile())).contains("found Java 0");
  }

  @Test
  void launcher_isReadByJava8() throws IOException {
    byte[] launcher = Files.readAllBytes(Path.of("target/classes/org/sqlwidgets/Launcher.class"));
    assertThat(launcher[7]).as("version of the class file").isEqualTo((byte) 52);
  }
}
