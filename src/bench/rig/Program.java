package rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine: where they are, and what they print. */
public final class Program {

  private Program() {}

  /** The path of a program, if it is installed. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The path of a program that must be there, with the Debian package that has it. */
  public static String need(String name, String debianPackage) {
    return find(name)
        .map(Path::toString)
        .orElseThrow(() -> new Missing(name + " is missing: apt-get install " + debianPackage));
  }

  /** The {@code java} that runs this benchmark. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs a program to its end and returns what it printed; a failure is told with that. */
  public static String run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new Missing(String.join(" ", command) + " failed:\n" + output.strip());
    }
    return output;
  }
}
