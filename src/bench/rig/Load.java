package rig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk counted in one run.
 *
 * @param requests replies that came
 * @param perSecond the same in a second
 * @param p50 within how many milliseconds half of them came
 * @param p99 within how many milliseconds 99 of 100 came
 * @param errors connections, reads, writes, time-outs and statuses from 400
 */
public record Load(long requests, double perSecond, double p50, double p99, long errors) {
  private static final Pattern RESULT =
      Pattern.compile("(?m)^figures (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$");

  /** Asks a server for paths, evenly drawn, over so many connections for so many seconds. */
  public static Load run(Server server, List<String> paths, int connections, int seconds)
      throws IOException, InterruptedException {
    return run(server, paths, connections, seconds, List.of());
  }

  /** The same with more headers, each as {@code Name: value}. */
  public static Load run(
      Server server, List<String> paths, int connections, int seconds, List<String> headers)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Program.need("wrk", "wrk"), "-t1"));
    command.addAll(List.of("-c" + connections, "-d" + seconds + "s", "--timeout", "30s"));
    headers.forEach(header -> command.addAll(List.of("-H", header)));
    command.addAll(List.of("-s", Bench.source().resolve("wrk.lua").toString()));
    command.addAll(List.of(server.address(), "--"));
    command.addAll(paths);
    String output = Program.run(Map.of(), command);
    Matcher result = RESULT.matcher(output);
    if (!result.find()) {
      throw new Missing("wrk told no figures:\n" + output);
    }
    long requests = Long.parseLong(result.group(1));
    return new Load(
        requests,
        requests * 1e6 / Long.parseLong(result.group(2)),
        Long.parseLong(result.group(3)) / 1e3,
        Long.parseLong(result.group(4)) / 1e3,
        Long.parseLong(result.group(5)));
  }
}
