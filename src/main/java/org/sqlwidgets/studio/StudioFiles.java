package org.sqlwidgets.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the static files of the page on the class path; no other file has an address. */
public final class StudioFiles {
  private static final Pattern OWN = Pattern.compile("[a-z-]+(?:/[a-z-]+)*\\.(?:js|css|svg)");
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String MVNPM = "/META-INF/resources/_static/";

  /** The address of each library, its version in it, and where it comes from. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "ag-grid-community-34.3.1.js", "/studio/lib/ag-grid-community-34.3.1.min.js",
          "plotly-3.3.1.js", WEBJARS + "plotly.js-dist/3.3.1/plotly.js",
          "vega-5.32.0.js", WEBJARS + "vega/5.32.0/vega.min.js",
          "vega-lite-5.23.0.js", WEBJARS + "vega-lite/5.23.0/vega-lite.min.js",
          "vega-embed-6.29.0.js", WEBJARS + "vega-embed/6.29.0/vega-embed.min.js",
          "marked-16.4.1.js", WEBJARS + "marked/16.4.1/lib/marked.umd.js",
          "dompurify-3.4.15.js", MVNPM + "dompurify/3.4.15/dist/purify.min.js");

  private StudioFiles() {}

  /** The page itself. */
  public static StudioFile page() {
    return read("/studio/app/index.html", "text/html; charset=utf-8", false)
        .orElseThrow(() -> new IllegalStateException("index.html is not on the class path"));
  }

  /**
   * A file of the page's own: script, style or picture.
   *
   * @param path below {@code /studio/app/}, in small letters and dashes
   */
  public static Optional<StudioFile> own(String path) {
    return OWN.matcher(path).matches()
        ? read("/studio/app/" + path, type(path), false)
        : Optional.empty();
  }

  /**
   * A library.
   *
   * @param name below {@code /studio/lib/}, with its version
   */
  public static Optional<StudioFile> library(String name) {
    return Optional.ofNullable(LIBRARIES.get(name))
        .flatMap(resource -> read(resource, type(name), true));
  }

  private static String type(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/javascript; charset=utf-8";
    };
  }

  private static Optional<StudioFile> read(String resource, String type, boolean versioned) {
    try (InputStream file = StudioFiles.class.getResourceAsStream(resource)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new StudioFile(file.readAllBytes(), type, versioned));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
