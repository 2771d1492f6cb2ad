package org.sqlwidgets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyCommandTest {
  @Test
  void key_isPrintedWithItsHash_andAnotherEachTime() throws Exception {
    String[] lines = run().split("\\R", -1);
    assertThat(lines[0]).matches("key: {4}[A-Za-z0-9_-]{43}");
    byte[] key = lines[0].substring(8).getBytes(StandardCharsets.US_ASCII);
    assertThat(lines[1])
        .isEqualTo(
            "sha256: "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key)));
    assertThat(run()).isNotEqualTo(String.join(System.lineSeparator(), lines));
  }

  private static String run() {
    StringWriter out = new StringWriter();
    assertThat(CommandLineInterface.commandLine().setOut(new PrintWriter(out)).execute("key"))
        .isZero();
    return out.toString();
  }
}
