package org.sqlwidgets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Each curl of the page on the options editor does what it says, one after the other. */
class OptionsDocTest {
  private static final Pattern WORD = Pattern.compile("\\$'([^']*)'|'([^']*)'|(\\S+)");
  private static final String BASE = "http://localhost:7779";

  @TempDir private Path folder;

  /** One line of curl, as far as the page uses it. */
  private record Curl(String method, String path, List<String> headers, String body) {
    static Curl of(String line) {
      List<String> words = words(line);
      assertThat(words.removeFirst()).as(line).isEqualTo("curl");
      String method = "GET";
      String path = "";
      String body = "";
      List<String> headers = new ArrayList<>();
      while (!words.isEmpty()) {
        String word = words.removeFirst();
        switch (word) {
          case "-X" -> method = words.removeFirst();
          case "-H" -> headers.add(words.removeFirst());
          case "-d", "--data-binary" -> body = words.removeFirst();
          default -> {
            assertThat(word).as(line).startsWith(BASE);
            path = word.substring(BASE.length());
          }
        }
      }
      return new Curl(method, path, headers, body);
    }

    private static List<String> words(String line) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        String escaped = word.group(1);
        String plain = word.group(2) == null ? word.group(3) : word.group(2);
        words.add(escaped == null ? plain : escaped.replace("\\n", "\n"));
      }
      return words;
    }

    HttpReply sendTo(TestServer server) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      request.append("Host: localhost:").append(server.port()).append("\r\n");
      headers.forEach(header -> request.append(header).append("\r\n"));
      request.append("Content-Length: ").append(bytes.length);
      request.append("\r\nConnection: close\r\n\r\n");
      return server.raw(request + new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void everyCurl_isDone() {
    List<String> lines =
        Page.read(Path.of("docs/options.md"))
            .blocks("sh")
            .flatMap(block -> block.code().lines())
            .toList();
    assertThat(lines).hasSizeGreaterThan(10);
    try (TestServer server = TestServer.start(Map.of("sql-widgets.directory", folder.toString()))) {
      for (String line : lines) {
        HttpReply reply = Curl.of(line).sendTo(server);
        assertThat(reply.status()).as("%s%n%s", line, reply.text()).isEqualTo(200);
      }
      assertThat(server.get("/options/regions").text())
          .contains("\"label\":\"The Americas\"", "\"label\":\"Antarctica\"")
          .doesNotContain("sub_saharan_africa");
      assertThat(server.get("/lookups/desks/options.csv").text()).contains("fx,Foreign exchange,");
    }
  }
}
