package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlwidgets.access.WrongKeys.Verdict;

class WrongKeysTest {
  private static final String HERE = "192.0.2.1";

  private final HeldClock clock = new HeldClock();
  private final WrongKeys wrong = new WrongKeys(clock);

  @Test
  void fewWrongKeys_makeNobodyWait() {
    for (int i = 0; i < WrongKeys.FREE; i++) {
      assertThat(wrong.note(HERE)).isEqualTo(new Verdict(Duration.ZERO, true));
    }
  }

  @Test
  void pauses_double_upToABound() {
    useUpFreeOnes(HERE);
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Duration pause = wrong.note(HERE).pause();
      pauses.add(pause.toSeconds());
      clock.forward(pause);
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void keysWithinAPause_neitherLengthenIt_norAreRecorded() {
    useUpFreeOnes(HERE);
    wrong.note(HERE);
    clock.forward(Duration.ofMillis(400));
    for (int i = 0; i < 1000; i++) {
      assertThat(wrong.note(HERE)).isEqualTo(new Verdict(Duration.ofMillis(600), false));
    }
    clock.forward(Duration.ofMillis(600));
    assertThat(wrong.note(HERE)).isEqualTo(new Verdict(Duration.ofSeconds(2), true));
  }

  @Test
  void otherAddresses_areNotConcerned() {
    useUpFreeOnes(HERE);
    wrong.note(HERE);
    assertThat(wrong.note("192.0.2.2").pause()).isZero();
  }

  @Test
  void quietAddress_isForgotten() {
    useUpFreeOnes(HERE);
    clock.forward(Duration.ofMinutes(15));
    assertThat(wrong.note(HERE).pause()).isZero();
  }

  @Test
  void clockSetBack_neverLengthensAPauseBeyondTheBound() {
    useUpFreeOnes(HERE);
    wrong.note(HERE);
    clock.forward(Duration.ofDays(-2));
    assertThat(wrong.note(HERE).pause()).isEqualTo(WrongKeys.LONGEST);
  }

  @Test
  void manyAddresses_takeBoundedMemory() {
    for (int i = 0; i < 3 * WrongKeys.ADDRESSES; i++) {
      wrong.note("address " + i);
    }
    assertThat(wrong.addresses()).isLessThanOrEqualTo(WrongKeys.ADDRESSES);
  }

  @Test
  void ipv6Addresses_countByTheirNetwork() {
    assertThat(network("2001:db8:1:2:aaaa::1")).isEqualTo(network("2001:db8:1:2:bbbb::2"));
    assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
    assertThat(network("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(CallerAddress.network(InetSocketAddress.createUnresolved("nowhere.example", 1)))
        .isEqualTo("unknown");
  }

  private void useUpFreeOnes(String address) {
    for (int i = 0; i < WrongKeys.FREE; i++) {
      wrong.note(address);
    }
  }

  private static String network(String address) {
    return CallerAddress.network(new InetSocketAddress(address, 1));
  }

  /** A clock that moves when the test says so. */
  private static final class HeldClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
