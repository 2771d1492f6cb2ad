package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sqlwidgets.testing.HttpReply;
import org.sqlwidgets.testing.TestServer;

/** Sends to the options editor's REST API what its page sends. */
record OptionsClient(TestServer server) {
  static final String JSON = "Content-Type: application/json";
  static final String CSV = "Content-Type: text/csv";

  /** Sends exactly these headers and this body. */
  HttpReply send(String method, String path, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request = new StringBuilder();
    request.append(method).append(" ").append(path).append(" HTTP/1.1\r\n");
    request.append("Host: localhost:").append(server.port()).append("\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("Content-Length: ").append(bytes.length).append("\r\n");
    request.append("Connection: close\r\n\r\n");
    return server.raw(request + new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Sends JSON. */
  HttpReply json(String method, String path, String body, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = JSON;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return send(method, path, body, all);
  }

  /** Makes a change that is right. */
  JsonNode done(String method, String path, String body, String... headers) {
    HttpReply reply = json(method, path, body, headers);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    return reply.json();
  }

  /** Asks for something that is there. */
  JsonNode get(String path, String... headers) {
    HttpReply reply = server.get(path, headers);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** The entry of a lookup in the list of all. */
  JsonNode listed(String name) {
    for (JsonNode lookup : get("/lookups").path("lookups")) {
      if (lookup.path("name").asText().equals(name)) {
        return lookup;
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  /** The values that a dropdown offers. */
  List<String> offered(String name) {
    return get("/options/" + name).findValuesAsText("value");
  }

  /** The values of all options that are kept. */
  List<String> kept(String name) {
    return get("/lookups/" + name).path("options").findValuesAsText("value");
  }

  /** The number of an option. */
  long id(String name, String value) {
    for (JsonNode option : get("/lookups/" + name).path("options")) {
      if (option.path("value").asText().equals(value)) {
        return option.path("id").asLong();
      }
    }
    throw new AssertionError(value + " is no option of " + name);
  }

  /** The version of a lookup. */
  String version(String name) {
    return get("/lookups/" + name).path("version").asText();
  }
}
