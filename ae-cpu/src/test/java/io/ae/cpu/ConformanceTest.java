package io.ae.cpu;

import io.ae.core.conformance.BackendKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The backend keeps every rule of {@code ae-api/SPEC.md}. */
class ConformanceTest {
  @TestFactory
  Stream<DynamicTest> conforms() {
    return BackendKit.checks(new OneDnnProvider()).stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), c.body()::run));
  }
}
