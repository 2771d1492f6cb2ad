package org.sqlwidgets.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The openssl command in docs/https.md makes files that the server takes. */
class HttpsRecipeTest {
  private static final Pattern RECIPE =
      Pattern.compile("```sh\n(openssl req .*?)```", Pattern.DOTALL);

  @Test
  void recipe_makesFilesThatFit(@TempDir Path folder) throws Exception {
    Matcher recipe = RECIPE.matcher(Files.readString(Path.of("docs/https.md")));
    assertThat(recipe.find()).as("a recipe in docs/https.md").isTrue();
    run(folder, recipe.group(1));
    PemFiles files = new PemFiles(folder.resolve("localhost.crt"), folder.resolve("localhost.key"));
    assertThat(files.load().getCertificateChain("server")).hasSize(1);
  }

  private static void run(Path folder, String command) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
  }
}
