package io.ae.cpu.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loops written so far, one of each program. */
public final class WrittenLoops {
  private static final Map<Program, Loop> LOOPS = new ConcurrentHashMap<>();

  private WrittenLoops() {}

  /** Returns the loop of a program, written on first use. */
  public static Loop of(Program program) {
    return LOOPS.computeIfAbsent(program, WrittenLoops::define);
  }

  private static Loop define(Program program) {
    try {
      MethodHandles.Lookup written =
          MethodHandles.lookup().defineHiddenClass(LoopWriter.write(program), true);
      return (Loop)
          written
              .findConstructor(written.lookupClass(), MethodType.methodType(void.class))
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("a loop that was written cannot be loaded: " + program, e);
    }
  }
}
