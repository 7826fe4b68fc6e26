package io.ae.benchmarks.common;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A system's process: one item, one setting, one line in and one line out for each measurement.
 *
 * <p>Arguments: item, setting, folder of MNIST, folder of CIFAR-10. The first line out is {@code
 * ready MILLIS_SINCE_JVM_START} after the first step, or {@code refused REASON}. Then, until {@code
 * quit} or the end of the input:
 *
 * <ul>
 *   <li>{@code steps N}: {@code steps N NANOS LOSS}, the time and the last loss of N steps
 *   <li>{@code each N}: {@code each P50 P90 P99 MAX} of N steps' own times, ns
 *   <li>{@code heap N}: {@code heap BYTES}, heap bytes allocated by all threads in a step
 *   <li>{@code rss}: {@code rss NOW PEAK}, resident memory in KiB
 *   <li>{@code native}: {@code native KIB}, resident memory without the Java heap
 *   <li>{@code sizes FROM TO}: {@code sizes N}, one step for each number of rows
 *   <li>{@code test}: {@code test LOSS}, mean over the full batches of MNIST's test images
 *   <li>{@code encode FILE OUT}: {@code encode NANOS}, gzipped IDX to codes
 *   <li>{@code reading EPOCHS}: {@code reading FIRST STALL TOTAL} in ns, with its own reader
 * </ul>
 *
 * What a system refuses is answered {@code refused REASON}. Rows are made ready outside the timed
 * region; the copy that a step makes is inside. Anything else printed goes to standard error.
 */
public final class Worker {
  private final PrintStream out;
  private final Contender contender;
  private final WorkItem item;
  private final Setting setting;
  private final Path mnist;

  private Worker(PrintStream out, Contender contender, String[] args) {
    this.out = out;
    this.contender = contender;
    this.setting = Setting.parse(args[1]);
    WorkItem named = WorkItems.of(args[0]);
    String batch = setting.option("batch", "");
    this.item = batch.isEmpty() ? named : named.withBatch(Integer.parseInt(batch));
    this.mnist = Path.of(args[2]);
  }

  /**
   * Runs the process until it is told to quit, and then ends the JVM, whatever threads the system
   * has left.
   *
   * @param contender the system
   * @param args item, setting, folder of MNIST, folder of CIFAR-10
   */
  public static void main(Contender contender, String[] args) throws IOException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
    System.setOut(System.err);
    if (args.length != 4) {
      throw new IllegalArgumentException("Arguments: ITEM SETTING MNIST_FOLDER CIFAR_FOLDER");
    }
    Worker worker = new Worker(out, contender, args);
    Path folder = worker.item.data() == Data.MNIST ? worker.mnist : Path.of(args[3]);
    Images images = Images.read(worker.item.data(), folder);
    try (Exercise exercise = Exercise.of(contender, worker.item, worker.setting, images)) {
      exercise.step();
      long now = System.currentTimeMillis();
      long start = ManagementFactory.getRuntimeMXBean().getStartTime();
      out.println("ready " + (now - start));
      worker.serve(exercise);
    } catch (Refusal e) {
      out.println(refused(e));
    }
    System.exit(0);
  }

  private void serve(Exercise exercise) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Measurement measurement = new Measurement(exercise);
    String line = in.readLine();
    while (line != null && !line.equals("quit")) {
      String answer;
      try {
        answer = answer(line.split(" ", -1), exercise, measurement);
      } catch (Refusal e) {
        answer = refused(e);
      }
      out.println(answer);
      line = in.readLine();
    }
  }

  private String answer(String[] words, Exercise exercise, Measurement measurement)
      throws IOException {
    return switch (words[0]) {
      case "steps" -> measurement.steps(Integer.parseInt(words[1]));
      case "each" -> measurement.each(Integer.parseInt(words[1]));
      case "heap" -> measurement.heap(Integer.parseInt(words[1]));
      case "rss" -> ResidentMemory.line();
      case "native" -> NativeMemory.line();
      case "sizes" -> measurement.sizes(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      case "test" -> "test " + exercise.evaluate(Images.readTest(mnist));
      case "encode" -> {
        long start = System.nanoTime();
        exercise.encodeFile(Path.of(words[1]), Path.of(words[2]));
        yield "encode " + (System.nanoTime() - start);
      }
      case "reading" -> {
        Reading r =
            contender.read(
                item, setting, InitialWeights.of(item), mnist, Integer.parseInt(words[1]));
        yield "reading %d %d %d".formatted(r.firstStepNanos(), r.stallNanos(), r.totalNanos());
      }
      default -> throw new IllegalArgumentException("unknown command " + String.join(" ", words));
    };
  }

  private static String refused(Refusal e) {
    return "refused " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }
}
