package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API keys that callers may show; without any, nobody needs one.
 *
 * <p>Keys are kept and compared as SHA-256 digests, every one of them each time, so that the time
 * of an answer says nothing about a key (contract §8.2).
 */
@Singleton
public final class ApiKeys {
  /** The header that carries a key; {@code Authorization: Bearer} is the other way. */
  public static final String HEADER = "X-API-KEY";

  /** The setting that lists the keys. */
  public static final String SETTING = "sql-widgets.api-keys";

  /** Shorter keys could be guessed. */
  static final int SHORTEST = 8;

  private static final String BEARER = "Bearer ";

  /** What a request shows. */
  public enum Shown {
    /** A right key, or no keys are asked for. */
    RIGHT,
    /** A key that is not one of ours. */
    WRONG,
    /** No key. */
    NONE
  }

  private final List<byte[]> digests;
  private final @Nullable String queryParam;

  ApiKeys(AccessConfiguration configuration) {
    digests = checked(configuration.apiKeys()).stream().map(ApiKeys::digest).toList();
    queryParam = configuration.apiKeyQueryParam();
    if (queryParam != null && digests.isEmpty()) {
      throw new ConfigurationException(
          "sql-widgets.api-key-query-param is \"%s\" but there are no keys, set %s too"
              .formatted(queryParam, SETTING));
    }
  }

  /** The SHA-256 digests of the keys, in the order of the setting; never the keys themselves. */
  List<byte[]> digests() {
    return digests;
  }

  /** Tells whether callers need a key. */
  public boolean required() {
    return !digests.isEmpty();
  }

  /**
   * Tells whether a caller may see everything.
   *
   * @param request asked for its headers and, where the setting says so, for a query parameter
   */
  public boolean accepts(HttpRequest<?> request) {
    return shownBy(request) == Shown.RIGHT;
  }

  /**
   * What key a request shows; the first of header, bearer token and query parameter counts.
   *
   * @param request asked for its headers and, where the setting says so, for a query parameter
   */
  public Shown shownBy(HttpRequest<?> request) {
    if (digests.isEmpty()) {
      return Shown.RIGHT;
    }
    String key = keyOf(request);
    if (key == null) {
      return Shown.NONE;
    }
    return isRight(key) ? Shown.RIGHT : Shown.WRONG;
  }

  /**
   * Which of the keys a request shows, by its place in the setting; null when none is asked for.
   *
   * <p>Nothing that is made of a key itself: whoever reads the name learns nothing about it.
   */
  public @Nullable String nameOf(HttpRequest<?> request) {
    String key = digests.isEmpty() ? null : keyOf(request);
    if (key == null) {
      return null;
    }
    byte[] shown = digest(key);
    for (int i = 0; i < digests.size(); i++) {
      if (MessageDigest.isEqual(digests.get(i), shown)) {
        return "key " + (i + 1);
      }
    }
    return null;
  }

  private @Nullable String keyOf(HttpRequest<?> request) {
    String key = request.getHeaders().get(HEADER);
    if (key != null) {
      return key.strip();
    }
    String authorization = request.getHeaders().get("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    return queryParam == null ? null : request.getParameters().get(queryParam);
  }

  private boolean isRight(String key) {
    byte[] shown = digest(key);
    boolean right = false;
    for (byte[] known : digests) {
      right |= MessageDigest.isEqual(known, shown);
    }
    return right;
  }

  private static List<String> checked(@Nullable List<String> keys) {
    if (keys == null) {
      return List.of();
    }
    if (keys.stream().allMatch(String::isBlank)) {
      throw new ConfigurationException(
          "%s is set but empty, give at least one key or leave the setting out".formatted(SETTING));
    }
    return keys.stream().map(String::strip).map(ApiKeys::checked).toList();
  }

  /** The key itself; messages count and never show it. */
  private static String checked(String key) {
    if (key.isEmpty()) {
      throw new ConfigurationException(
          "%s has a blank key, remove it or the comma too many".formatted(SETTING));
    }
    if (key.length() < SHORTEST) {
      throw new ConfigurationException(
          "%s has a key of %d characters, expected at least %d; \"openssl rand -hex 24\" makes a good one"
              .formatted(SETTING, key.length(), SHORTEST));
    }
    if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ConfigurationException(
          "%s has a key with a blank or a character outside ASCII, headers cannot carry it"
              .formatted(SETTING));
    }
    return key;
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
