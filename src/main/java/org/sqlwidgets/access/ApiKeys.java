package org.sqlwidgets.access;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  private static final String CALLER = ApiKeys.class.getName();
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

  private final List<ApiKey> keys;
  private final @Nullable String queryParam;

  ApiKeys(AccessConfiguration configuration, KeyEntries entries) {
    keys = Stream.concat(plain(configuration.apiKeys()), entries.keys().stream()).toList();
    refuseRepeats(keys);
    queryParam = configuration.apiKeyQueryParam();
    if (queryParam != null && keys.isEmpty()) {
      throw new ConfigurationException(
          "sql-widgets.api-key-query-param is \"%s\" but there are no keys, set %s too"
              .formatted(queryParam, SETTING));
    }
  }

  /** Plain keys are named by their place, and may read. */
  private static Stream<ApiKey> plain(@Nullable List<String> setting) {
    List<String> keys = checked(setting);
    return IntStream.range(0, keys.size())
        .mapToObj(
            i ->
                new ApiKey(
                    new Caller("key " + (i + 1), Role.READ, AllowList.ALL),
                    ApiKey.digest(keys.get(i)),
                    SHORTEST));
  }

  private static void refuseRepeats(List<ApiKey> keys) {
    Set<String> names = new HashSet<>();
    Map<String, String> digests = new HashMap<>();
    for (ApiKey key : keys) {
      String name = String.valueOf(key.caller().key());
      if (!names.add(name)) {
        throw new ConfigurationException(
            "%s has two keys of the name \"%s\"".formatted(KeyEntries.SETTING, name));
      }
      String other = digests.put(HexFormat.of().formatHex(key.digest()), name);
      if (other != null) {
        throw new ConfigurationException(
            "%s has the same key twice, as \"%s\" and as \"%s\"; give each name a key of its own"
                .formatted(KeyEntries.SETTING, other, name));
      }
    }
  }

  /** The keys, in the order of the settings. */
  List<ApiKey> keys() {
    return keys;
  }

  /** Tells whether callers need a key. */
  public boolean required() {
    return !keys.isEmpty();
  }

  /**
   * Tells whether a caller shows a right key, or none is asked for.
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
    if (keys.isEmpty()) {
      return Shown.RIGHT;
    }
    String key = keyOf(request);
    if (key == null) {
      return Shown.NONE;
    }
    return find(key).isPresent() ? Shown.RIGHT : Shown.WRONG;
  }

  /** What callers see, each list once; that of {@link AllowList#ALL} is always among them. */
  public Set<AllowList> sights() {
    return Stream.concat(Stream.of(AllowList.ALL), keys.stream().map(key -> key.caller().sees()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Who sends a request; somebody without rights when its key is not right.
   *
   * @param request asked for its headers and, where the setting says so, for a query parameter
   */
  public Caller callerOf(HttpRequest<?> request) {
    if (keys.isEmpty()) {
      return Caller.ANYBODY;
    }
    return request.getAttribute(CALLER, Caller.class).orElseGet(() -> shownCaller(request));
  }

  /**
   * Remembers who sends a request that shows no right key, but has an address that is its own.
   *
   * @param caller whose key made the address
   */
  public static void remember(HttpRequest<?> request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }

  private Caller shownCaller(HttpRequest<?> request) {
    return Optional.ofNullable(keyOf(request))
        .flatMap(this::find)
        .map(ApiKey::caller)
        .orElse(Caller.NOBODY);
  }

  /**
   * Tells whether a caller may change what the server keeps: the key has the role, or there are no
   * keys at all.
   *
   * @param request asked for its headers and, where the setting says so, for a query parameter
   */
  public boolean isAdmin(HttpRequest<?> request) {
    return callerOf(request).isAdmin();
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

  /** Looks at every key, found or not. */
  private Optional<ApiKey> find(String key) {
    byte[] shown = ApiKey.digest(key);
    ApiKey found = null;
    for (ApiKey known : keys) {
      found = known.isShown(shown, key.length()) ? known : found;
    }
    return Optional.ofNullable(found);
  }

  private static List<String> checked(@Nullable List<String> keys) {
    if (keys == null) {
      return List.of();
    }
    if (keys.stream().allMatch(String::isBlank)) {
      throw new ConfigurationException(
          "%s is set but empty, give at least one key or leave the setting out".formatted(SETTING));
    }
    return keys.stream().map(String::strip).map(ApiKeys::checked).distinct().toList();
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
}
