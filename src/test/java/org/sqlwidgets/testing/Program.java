package org.sqlwidgets.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The program in a process of its own, with the product's classes and settings but none of tests.
 *
 * <p>What it prints can be waited for; closing it ends the process.
 */
public final class Program implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Stream out;
  private final Stream err;

  private Program(Process process) {
    this.process = process;
    out = new Stream(process.inputReader(UTF_8));
    err = new Stream(process.errorReader(UTF_8));
  }

  /**
   * Starts the program.
   *
   * @param folder its working directory
   * @param environment variables besides those of the tests
   * @param args the command line
   */
  public static Program start(Path folder, Map<String, String> environment, String... args) {
    return java(folder, environment, List.of("org.sqlwidgets.Application"), args);
  }

  /**
   * Starts a main class of the product.
   *
   * @param java JVM options and the class
   */
  public static Program java(
      Path folder, Map<String, String> environment, List<String> java, String... args) {
    return started(command(java, args).directory(folder.toFile()), environment);
  }

  /**
   * Starts any command.
   *
   * @param command the program and its arguments
   */
  public static Program command(
      Path folder, Map<String, String> environment, List<String> command) {
    return started(new ProcessBuilder(command).directory(folder.toFile()), environment);
  }

  private static ProcessBuilder command(List<String> java, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", productClassPath()));
    command.addAll(java);
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }

  private static Program started(ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().putAll(environment);
    try {
      return new Program(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the program, whose output goes elsewhere.
   *
   * @param output a file or a device
   */
  public static Program writingTo(Path output, Path folder, Map<String, String> environment) {
    return started(
        command(List.of("org.sqlwidgets.Application"))
            .directory(folder.toFile())
            .redirectOutput(output.toFile()),
        environment);
  }

  /** The class path of the tests without the tests. */
  private static String productClassPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The lines of one of its two outputs, as they come. */
  private static final class Stream {
    private final LinkedBlockingQueue<String> coming = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();
    private final Thread reader;

    Stream(BufferedReader lines) {
      reader = Thread.ofVirtual().start(() -> read(lines));
    }

    /** To the end, which the end of the process may bring about while a line is awaited. */
    private void read(BufferedReader lines) {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          coming.add(line);
        }
      } catch (IOException closed) {
        // There is nothing more to read.
      }
    }

    String await(Predicate<String> wanted) {
      try {
        for (String line = next(); line != null; line = next()) {
          seen.add(line);
          if (wanted.test(line)) {
            return line;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new AssertionError("the line did not come; there came " + seen);
    }

    private String next() throws InterruptedException {
      return coming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    List<String> all() throws InterruptedException {
      reader.join();
      coming.drainTo(seen);
      return seen;
    }
  }

  /** Waits for a line that holds a text, and returns it. */
  public String awaitLine(String part) {
    return out.await(line -> line.contains(part));
  }

  /** Asks the process to end, as an operator or a container's engine does. */
  public Program terminate() {
    process.destroy();
    return this;
  }

  /** The exit code of the process, once it ended by itself. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the program runs on; it said " + out.seen + err.seen);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Everything that the ended process printed. */
  public List<String> output() {
    return lines(out);
  }

  /** Everything that the ended process printed to its error stream. */
  public List<String> errors() {
    return lines(err);
  }

  private List<String> lines(Stream stream) {
    exitCode();
    try {
      return stream.all();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
