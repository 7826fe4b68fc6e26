package io.ae.core.conformance;

import io.ae.core.backend.JavaBackendProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JavaBackendConformanceTest {
  @TestFactory
  Stream<DynamicTest> conforms() {
    return BackendKit.checks(new JavaBackendProvider()).stream()
        .map(c -> DynamicTest.dynamicTest(c.toString(), c.body()::run));
  }
}
