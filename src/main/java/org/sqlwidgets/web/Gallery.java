package org.sqlwidgets.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlwidgets.studio.StudioFile;
import org.sqlwidgets.studio.StudioFiles;

/** The gallery's page and static files: public, since they say nothing about what is served. */
@Singleton
final class Gallery {
  /** Scripts, requests and pictures only from here; widgets' own pages run in a sandbox. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final Map<String, PrebuiltReply> files = new ConcurrentHashMap<>();
  private final PrebuiltReply page = prebuilt(StudioFiles.page());
  private final String base;

  Gallery(HttpServerConfiguration server) {
    base = server.getContextPath() == null ? "" : server.getContextPath();
  }

  /** Whether a request asks for the page or one of its files, which need no key. */
  boolean isAsked(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    return path.startsWith(base + "/studio/app/")
        || path.startsWith(base + "/studio/lib/")
        || ((path.equals(base + "/") || path.equals(base)) && wantsPage(request));
  }

  /** Whether the caller of the start address is a browser rather than a program. */
  static boolean wantsPage(HttpRequest<?> request) {
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML);
  }

  /** The page. */
  HttpResponse<?> page(HttpRequest<?> request) {
    return page.reply(request)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  /** A file of the page's own. */
  Optional<MutableHttpResponse<?>> own(HttpRequest<?> request, String path) {
    return reply(request, "app/" + path, StudioFiles.own(path));
  }

  /** A library. */
  Optional<MutableHttpResponse<?>> library(HttpRequest<?> request, String name) {
    PrebuiltReply known = files.get("lib/" + name);
    return known != null
        ? Optional.of(known.reply(request))
        : reply(request, "lib/" + name, StudioFiles.library(name));
  }

  private Optional<MutableHttpResponse<?>> reply(
      HttpRequest<?> request, String key, Optional<StudioFile> file) {
    return file.map(present -> files.computeIfAbsent(key, k -> prebuilt(present)).reply(request));
  }

  private static PrebuiltReply prebuilt(StudioFile file) {
    return PrebuiltReply.of(
        file.bytes(), file.contentType(), file.versioned() ? FOREVER : PrebuiltReply.REVALIDATED);
  }
}
