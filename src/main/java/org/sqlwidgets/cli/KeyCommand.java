package org.sqlwidgets.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes an API key and its hash; the server needs only the hash. */
@Command(
    name = "key",
    description = {
      "Makes an API key, and the hash that the settings hold instead of it.",
      "Give the key to whoever calls, and the hash to sql-widgets.keys."
    },
    mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
  private static final int BYTES = 32;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  KeyCommand() {}

  @Override
  public Integer call() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    PrintWriter out = spec.commandLine().getOut();
    out.println("key:    " + key);
    out.println("sha256: " + sha256(key));
    out.flush();
    return ExitCode.OK;
  }

  private static String sha256(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
