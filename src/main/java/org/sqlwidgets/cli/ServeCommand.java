package org.sqlwidgets.cli;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Serves the widgets until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves the folder sql-widgets (the default command).",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLineInterface.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"1:could not start", "2:wrong command line", "143:told to end (SIGTERM)"})
final class ServeCommand implements Callable<Integer> {

  ServeCommand() {}

  /** A server whose failure to start is thrown instead of logged with its trace. */
  private static final class Server extends Micronaut {
    @Override
    protected void handleStartupException(@Nullable Environment environment, Throwable failure) {
      throw new StartException(failure);
    }
  }

  /** Wraps whatever kept the server from starting. */
  private static final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(Throwable cause) {
      super(cause);
    }
  }

  @Override
  public Integer call() {
    new Server().banner(false).start();
    return 0;
  }
}
