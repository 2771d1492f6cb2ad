package org.sqlwidgets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.sqlwidgets.judge.ReplyJudge;
import org.sqlwidgets.testing.HttpReply;

/** A server with the lookup {@code teams}: {@code red} (1) and {@code blue} (2). */
interface OptionsTests {
  OptionsClient client();

  FormServer server();

  TestedDatabase database();

  /** Holds that a reply is an error of these words. */
  default void refused(HttpReply reply, int status, String detail) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("detail").asText()).contains(detail);
    assertThat(ReplyJudge.errorFailures(reply.body())).isEmpty();
  }

  /** How many changes are recorded. */
  default int changes() {
    return database().number("SELECT count(*) FROM sql_widgets.option_change");
  }
}
