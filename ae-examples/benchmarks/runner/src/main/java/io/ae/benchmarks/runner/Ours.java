package io.ae.benchmarks.runner;

import io.ae.benchmarks.common.Setting;
import io.ae.benchmarks.runner.process.Candidate;
import io.ae.benchmarks.runner.process.Launcher;
import io.ae.benchmarks.runner.process.SystemModule;
import io.ae.benchmarks.runner.process.Worker;
import io.ae.benchmarks.runner.process.WorkerFailure;
import java.io.IOException;
import java.util.Map;

/** Starts our own system on all cores, for what is proved of it alone. */
record Ours(Launcher launcher, SystemModule system, int cores) {
  /** Starts a process with options beside its threads. */
  Worker start(String item, Map<String, String> options) throws IOException, WorkerFailure {
    return launcher.worker(system, new Candidate(new Setting(cores, options), Map.of()), item);
  }
}
