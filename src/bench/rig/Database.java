package rig;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The PostgreSQL that all servers ask, by the variables of the server's datasource.
 *
 * @param variables the same for programs of PostgreSQL and its clients
 */
public record Database(Map<String, String> variables) {
  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://([^/:]+)(?::(\\d+))?/([^?]+).*");

  /** The database of the variables {@code DATASOURCES_WIDGETS_…}; an empty one is filled. */
  public static Database filled() throws IOException, InterruptedException {
    Matcher url = URL.matcher(variable("URL"));
    if (!url.matches()) {
      throw new Missing("DATASOURCES_WIDGETS_URL is not jdbc:postgresql://host:port/name");
    }
    Database database =
        new Database(
            Map.of(
                "PGHOST", url.group(1),
                "PGPORT", url.group(2) == null ? "5432" : url.group(2),
                "PGDATABASE", url.group(3),
                "PGUSER", variable("USERNAME"),
                "PGPASSWORD", variable("PASSWORD")));
    if (database.psql("-c", "SELECT to_regclass('prices')").isBlank()) {
      Bench.say("filling the database with 1,250,000 rows");
      database.psql("-f", Bench.source().resolve("data.sql").toString());
    }
    return database;
  }

  private static String variable(String name) {
    String value = System.getenv("DATASOURCES_WIDGETS_" + name);
    if (value == null) {
      throw new Missing(
          "DATASOURCES_WIDGETS_"
              + name
              + " is not set: it takes a PostgreSQL with an empty database; see"
              + " src/bench/README.md");
    }
    return value;
  }

  /** What psql prints, without heads and alignment. */
  public String psql(String... words) throws IOException, InterruptedException {
    List<String> psql =
        List.of(Program.need("psql", "postgresql-client"), "-XqAt", "-v", "ON_ERROR_STOP=1");
    return Program.run(variables, Stream.concat(psql.stream(), List.of(words).stream()).toList());
  }
}
