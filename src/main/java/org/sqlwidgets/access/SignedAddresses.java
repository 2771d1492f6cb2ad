package org.sqlwidgets.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sqlwidgets.openbb.WidgetAddresses;

/**
 * Addresses that let their caller in, for what the client asks without a key (contract §8.2).
 *
 * <p>With API keys an address ends with the HMAC-SHA256 of its kind and widget, made with the first
 * of the keys that see the same; it is good as long as that key is there, and shows no more than
 * that key does. It opens this one address and says nothing about the key.
 */
@Singleton
public final class SignedAddresses {
  private static final Pattern SIGNED =
      Pattern.compile("/widgets/([a-z0-9][a-z0-9_-]*)/([a-z]+)/([A-Za-z0-9_-]{43})");
  private static final Pattern CODE = Pattern.compile("/[A-Za-z0-9_-]{43}$");
  private static final String ALGORITHM = "HmacSHA256";

  private final ApiKeys keys;

  SignedAddresses(ApiKeys keys) {
    this.keys = keys;
  }

  /** The addresses that are published to those who see the same. */
  public WidgetAddresses publishedTo(AllowList sight) {
    return keys.keys().stream()
        .filter(key -> key.caller().sees().equals(sight))
        .findFirst()
        .map(SignedAddresses::madeWith)
        .orElse(WidgetAddresses.PLAIN);
  }

  private static WidgetAddresses madeWith(ApiKey key) {
    return (kind, id) ->
        WidgetAddresses.PLAIN.of(kind, id) + "/" + signature(key.digest(), kind, id);
  }

  /**
   * Who may use an address: a reader who sees what the key does that made it; compares in constant
   * time.
   *
   * @param path of the request, below the base address, not decoded
   * @return empty when the address does not end with its right code
   */
  public Optional<Caller> admit(String path) {
    Matcher parts = SIGNED.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] shown = ascii(parts.group(3));
    Caller found = null;
    for (ApiKey key : keys.keys()) {
      byte[] expected = ascii(signature(key.digest(), parts.group(2), parts.group(1)));
      found = MessageDigest.isEqual(expected, shown) ? key.caller().reading() : found;
    }
    return Optional.ofNullable(found);
  }

  /** A path for logs: what lets its reader in is left out. */
  public static String forLogs(String path) {
    return CODE.matcher(path).replaceFirst("/…");
  }

  private static String signature(byte[] key, String kind, String id) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] code = mac.doFinal(ascii(kind + "/" + id));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
