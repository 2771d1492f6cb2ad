package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.testing.HttpConnection;
import org.sqlwidgets.testing.HttpReply;

/** Hostile values as names in addresses and as headers. */
interface HostileNames extends HostileTopic {
  List<String> ADDRESSES =
      List.of(
          "/widgets/%s",
          "/widgets/%s/live",
          "/widgets/%s/page",
          "/widgets/%s/pdf/x",
          "/options/%s",
          "/lookups/%s",
          "/lookups/%s/options.csv",
          "/studio/app/%s",
          "/studio/lib/%s",
          "/widgets/%s.csv",
          "/widgets/%s/page/x",
          "/studio/api/widgets/%s/values",
          "/studio/api/widgets/%s/expectations",
          "/studio/api/source?file=%s");

  List<String> HEADERS =
      List.of(
          "X-OpenBB-User",
          "X-Request-Id",
          "Origin",
          "If-None-Match",
          "If-Match",
          "Authorization",
          "X-API-KEY",
          "Accept",
          "Accept-Encoding",
          "Content-Type",
          "Range",
          "Cookie",
          "Referer");

  @Test
  default void name_inAnAddress_findsNothing() {
    for (HostileValue value : values()) {
      if (!value.fitsAnAddress() || value.value().equals("name")) {
        continue;
      }
      for (String address : ADDRESSES) {
        HttpReply reply = client().get(address.formatted(value.percent()));
        assertThat(reply.status())
            .as(address + " " + value.name() + reply.text())
            .isIn(400, 404, 405);
      }
      String id = value.percent();
      assertThat(client().send("POST", "/actions/" + id, "{}", HostileWrites.JSON).status())
          .isIn(400, 404, 405);
      assertThat(client().send("DELETE", "/lookups/" + id, "").status()).isIn(400, 404, 405);
      assertThat(client().get("/lookups/" + id + "/changes").status()).isIn(200, 400, 404);
      assertThat(client().get("/lookups/equals/changes?limit=" + id).status()).isLessThan(500);
    }
  }

  @Test
  default void header_changesNothing_andAddsNoneToTheReply() {
    for (HostileValue value : values()) {
      String bytes =
          new String(value.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      for (String header : HEADERS) {
        try (HttpConnection own =
            bytes.matches("(?s).*[\r\n\u0000].*")
                ? HttpConnection.to(server().http().port())
                : null) {
          String request =
              "GET /widgets/equal?v=one HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n\r\n"
                  .formatted(header, bytes);
          HttpReply reply = own == null ? client().exchange(request) : own.exchange(request);
          assertThat(reply.status()).as(header + value.name()).isIn(200, 304, 400, 431);
          assertThat(reply.headers()).doesNotContainKeys("Set-Cookie", "X-Injected");
          if (reply.status() == 200) {
            assertThat(reply.json()).as(header + value.name()).isEmpty();
          }
        }
      }
    }
  }

  @Test
  default void host_isLocal_orRefused() {
    for (HostileValue value : values()) {
      String bytes =
          new String(value.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      try (HttpConnection own = HttpConnection.to(server().http().port())) {
        HttpReply reply =
            own.exchange("GET /widgets/equal?v=one HTTP/1.1\r\nHost: " + bytes + "\r\n\r\n");
        assertThat(reply.status()).as(value.name() + reply.text()).isIn(400, 403, 431);
      }
    }
  }
}
