package org.sqlwidgets.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Fuzzes one target with Jazzer for some seconds; ends with an error when it finds something. */
public final class Fuzz {
  private static final Path OUT = Path.of("target/fuzz");

  /** The newest class files that Jazzer 0.24 instruments, those of Java 23. */
  private static final byte NEWEST = 67;

  private static final int VERSION = 7;

  private Fuzz() {}

  /**
   * Runs Jazzer in a process of its own.
   *
   * @param args the target, such as {@code sql}, and the seconds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    FuzzTarget target = FuzzTarget.valueOf(args[0].toUpperCase(Locale.ROOT));
    Path classes = OUT.resolve("classes-" + args[0]);
    copy(Path.of("target/classes"), classes);
    copy(Path.of("target/test-classes"), classes);
    Path corpus = Files.createDirectories(OUT.resolve(args[0]));
    List<String> command = new ArrayList<>(java(classes));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.owner().getName());
    command.add("--instrumentation_includes=org.sqlwidgets.**");
    command.add("--disabled_hooks=**");
    command.add("--reproducer_path=" + OUT);
    command.add("-artifact_prefix=" + OUT + "/" + args[0] + "-");
    command.addAll(List.of("-timeout=30", "-max_len=4096", "-max_total_time=" + args[1]));
    command.add(corpus.toString());
    command.add(target.kept().toString());
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static List<String> java(Path classes) {
    List<String> libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .toList();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classes + File.pathSeparator + String.join(File.pathSeparator, libraries));
  }

  /** Copies class files, saying that they are older than they are; their format is the same. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (file.toString().endsWith(".class") && bytes[VERSION] > NEWEST) {
          bytes[VERSION] = NEWEST;
        }
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, bytes);
      }
    }
  }
}
