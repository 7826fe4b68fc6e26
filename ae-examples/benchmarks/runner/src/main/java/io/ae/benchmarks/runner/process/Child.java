package io.ae.benchmarks.runner.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A process that answers a line with a line; it ends when its input does. */
public final class Child implements AutoCloseable {
  /** What a shell may hold for other programs: systems are tuned by their candidates alone. */
  private static final Pattern TUNING =
      Pattern.compile("(OPENBLAS|OMP|GOMP|KMP|MKL|TF|DNNL|ONEDNN)_");

  private static final long GRACE_SECONDS = 10;

  private final Process process;
  private final BufferedReader out;
  private final PrintWriter in;
  private final Path log;
  private final long timeoutSeconds;

  private Child(Process process, Path log, long timeoutSeconds) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.log = log;
    this.timeoutSeconds = timeoutSeconds;
  }

  /**
   * Starts a command.
   *
   * @param environment what is added to this process's own, without what tunes libraries
   * @param log takes its standard error
   * @param timeoutSeconds how long an answer may take
   */
  public static Child start(
      List<String> command, Map<String, String> environment, Path log, long timeoutSeconds)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> TUNING.matcher(name).lookingAt());
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new Child(builder.start(), log, timeoutSeconds);
  }

  /** Returns the command that starts a class in this JVM's own kind of JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Sends a command and returns its answer's words: the first line that begins as it should. */
  List<String> ask(String command) throws WorkerFailure {
    in.println(command);
    return await(command.split(" ", -1)[0]);
  }

  /**
   * Returns the words of the next line that begins with this word, or with {@code refused}. Native
   * code may write to standard output too; such lines are passed over.
   */
  List<String> await(String word) throws WorkerFailure {
    CompletableFuture<List<String>> answer = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(word, answer), "answer to " + word);
    reader.setDaemon(true);
    reader.start();
    try {
      return answer.get(timeoutSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw WorkerFailure.broken(
          "no answer to '" + word + "' within " + timeoutSeconds + " s", log);
    } catch (ExecutionException e) {
      throw WorkerFailure.broken(String.valueOf(e.getCause()), log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WorkerFailure.broken("interrupted", log);
    }
  }

  private void read(String word, CompletableFuture<List<String>> answer) {
    try {
      String line = out.readLine();
      while (line != null && !line.startsWith(word + " ") && !line.equals(word)) {
        if (line.startsWith("refused ")) {
          break;
        }
        line = out.readLine();
      }
      if (line == null) {
        answer.completeExceptionally(new IOException("ended before it answered '" + word + "'"));
      } else {
        answer.complete(List.of(line.split(" ", -1)));
      }
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  /** Ends its input and waits for it to end. */
  @Override
  public void close() {
    in.close();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
