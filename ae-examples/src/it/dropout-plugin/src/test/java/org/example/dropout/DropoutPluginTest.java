package org.example.dropout;

import io.ae.core.conformance.PluginKit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DropoutPluginTest {
  @TestFactory
  Stream<DynamicTest> conforms() {
    return PluginKit.checks(new DropoutPlugin()).stream()
        .map(check -> DynamicTest.dynamicTest(check.toString(), check.body()::run));
  }
}
