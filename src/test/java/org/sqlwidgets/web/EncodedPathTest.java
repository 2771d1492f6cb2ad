package org.sqlwidgets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** An address names what is served and nothing else, however it is spelled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncodedPathTest {
  private static final String SECRET = "not for everybody";

  private TestServer server;

  @BeforeAll
  void start(@TempDir Path parent) throws Exception {
    Path folder = Files.createDirectories(parent.resolve("widgets"));
    Files.writeString(folder.resolve("one.sql"), "SELECT 1 AS one\n");
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    Files.writeString(parent.resolve("outside.sql"), "-- " + SECRET + "\nSELECT 1 AS x\n");
    server =
        TestServer.start(
            Map.of("sql-widgets.directory", folder.toString(), "sql-widgets.example", false));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static Stream<String> paths() {
    return Stream.of(
            "/studio/app/",
            "/studio/lib/",
            "/widgets/",
            "/options/",
            "/lookups/",
            "/studio/source?file=",
            "/studio/source?file=widgets/",
            "/")
        .flatMap(
            start ->
                Stream.of(
                        "../outside.sql",
                        "..%2Foutside.sql",
                        "%2e%2e/outside.sql",
                        "%2e%2e%2foutside.sql",
                        "%2E%2E%5Coutside.sql",
                        "..%5Coutside.sql",
                        "..\\outside.sql",
                        "%252e%252e%252foutside.sql",
                        "..%252foutside.sql",
                        "%c0%ae%c0%ae%c0%afoutside.sql",
                        "..%00/outside.sql",
                        "secret.txt",
                        "secret.txt%00.js",
                        "./secret.txt",
                        "..;/outside.sql",
                        "....//outside.sql",
                        "..%c0%afoutside.sql",
                        "/etc/passwd",
                        "%2Fetc%2Fpasswd",
                        "../../application.yml",
                        "..%2f..%2fapplication.yml",
                        "..%2findex.html/../../../application.yml",
                        "../../../META-INF/MANIFEST.MF",
                        "main.js%2f..%2f..%2f..%2fapplication.yml",
                        "one%2F..%2F..%2Fsecret",
                        "file:///etc/passwd",
                        "one%2F",
                        "one%5C")
                    .map(path -> start + path));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void strangePath_findsNothing(String path) {
    HttpReply reply = server.get(path);
    assertThat(reply.status()).as(reply.text()).isIn(400, 404);
    assertThat(reply.text()).doesNotContain(SECRET, "root:", "micronaut:", "Manifest-Version");
  }
}
