package org.sqlwidgets.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sqlwidgets.openbb.WidgetAddresses;

/**
 * Addresses that let their caller in, for what the client asks without a key (contract §8.2).
 *
 * <p>With API keys an address ends with the HMAC-SHA256 of its kind and widget: made with the first
 * key, accepted from any, so that keys can be rotated. It opens this one address and says nothing
 * about the key.
 */
@Singleton
public final class SignedAddresses implements WidgetAddresses {
  private static final Pattern SIGNED =
      Pattern.compile("/widgets/([a-z0-9][a-z0-9_-]*)/([a-z]+)/([A-Za-z0-9_-]{43})");
  private static final Pattern CODE = Pattern.compile("/[A-Za-z0-9_-]{43}$");
  private static final String ALGORITHM = "HmacSHA256";

  private final ApiKeys keys;

  SignedAddresses(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public String of(String kind, String id) {
    String plain = WidgetAddresses.PLAIN.of(kind, id);
    return keys.required()
        ? plain + "/" + signature(keys.keys().getFirst().digest(), kind, id)
        : plain;
  }

  /**
   * Tells whether an address ends with its right signature; compares in constant time.
   *
   * @param path of the request, below the base address, not decoded
   */
  public boolean admit(String path) {
    Matcher parts = SIGNED.matcher(path);
    if (!parts.matches()) {
      return false;
    }
    byte[] shown = ascii(parts.group(3));
    boolean right = false;
    for (ApiKey key : keys.keys()) {
      byte[] expected = ascii(signature(key.digest(), parts.group(2), parts.group(1)));
      right |= MessageDigest.isEqual(expected, shown);
    }
    return right;
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
