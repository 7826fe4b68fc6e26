package org.example.counting;

import io.ae.core.conformance.BackendKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CountingBackendTest {
  @TestFactory
  Stream<DynamicTest> conforms() {
    return BackendKit.checks(new CountingBackendProvider()).stream()
        .map(check -> DynamicTest.dynamicTest(check.toString(), check.body()::run));
  }
}
