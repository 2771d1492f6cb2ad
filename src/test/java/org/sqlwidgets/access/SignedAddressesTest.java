package org.sqlwidgets.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedAddressesTest {
  private static final String OLD = "old-0123456789";
  private static final String NEW = "new-0123456789";

  private static SignedAddresses with(String... keys) {
    List<String> given = keys.length == 0 ? null : List.of(keys);
    return new SignedAddresses(
        new ApiKeys(new AccessConfiguration(given, null, null), KeyEntries.NONE));
  }

  @Test
  void withoutKeys_addressIsPlain_andAdmitsNobody() {
    SignedAddresses open = with();
    assertThat(open.publishedTo(AllowList.ALL).of("live", "prices"))
        .isEqualTo("/widgets/prices/live");
    assertThat(open.admit("/widgets/prices/live")).isEmpty();
    assertThat(open.admit(with(OLD).publishedTo(AllowList.ALL).of("live", "prices"))).isEmpty();
  }

  @Test
  void withKeys_addressEndsWithItsCode_andAdmits() {
    SignedAddresses keyed = with(OLD);
    String address = keyed.publishedTo(AllowList.ALL).of("live", "prices");
    assertThat(address).matches("/widgets/prices/live/[A-Za-z0-9_-]{43}");
    assertThat(keyed.admit(address)).isPresent();
    assertThat(keyed.admit("/widgets/prices/live")).isEmpty();
  }

  /** Computed with openssl: the key is the SHA-256 of the API key. */
  @Test
  void code_isHmacSha256_ofKindAndWidget() {
    byte[] expected =
        HexFormat.of().parseHex("db6033d7b1bafb0e6ce53272e24514357ed5265e898e61832ba09e4cde00309c");
    assertThat(with(OLD).publishedTo(AllowList.ALL).of("live", "prices"))
        .endsWith("/" + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
  }

  @Test
  void code_isOfTheFirstKey_andAcceptedFromAny() {
    String before = with(OLD).publishedTo(AllowList.ALL).of("live", "prices");
    String after = with(NEW).publishedTo(AllowList.ALL).of("live", "prices");
    assertThat(with(NEW, OLD).publishedTo(AllowList.ALL).of("live", "prices"))
        .isEqualTo(after)
        .isNotEqualTo(before);
    assertThat(with(NEW, OLD).admit(before)).isPresent();
    assertThat(with(NEW).admit(before)).isEmpty();
  }

  @Test
  void code_isGoodForOneKindOfOneWidgetAlone() {
    SignedAddresses keyed = with(OLD);
    String code = keyed.publishedTo(AllowList.ALL).of("live", "prices").replaceAll(".*/", "");
    assertThat(keyed.admit("/widgets/others/live/" + code)).isEmpty();
    assertThat(keyed.admit("/widgets/prices/file/" + code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s/",
        "%s?x=1",
        "/%s",
        "%sA",
        "x%s",
        "%s/../../../widgets.json",
        "/widgets.json",
        "",
        "/"
      })
  void addressThatIsNotExactlyTheSignedOne_isNotAdmitted(String form) {
    SignedAddresses keyed = with(OLD);
    assertThat(keyed.admit(form.formatted(keyed.publishedTo(AllowList.ALL).of("live", "prices"))))
        .isEmpty();
  }

  @Test
  void everyChangedCharacterOfTheCode_isNoticed() {
    SignedAddresses keyed = with(OLD);
    String address = keyed.publishedTo(AllowList.ALL).of("live", "prices");
    for (int i = address.lastIndexOf('/') + 1; i < address.length(); i++) {
      char other = address.charAt(i) == 'A' ? 'B' : 'A';
      String changed = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(keyed.admit(changed)).as(changed).isEmpty();
    }
  }
}
