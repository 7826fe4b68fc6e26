/**
 * The conformance kit: {@code ae-api/SPEC.md} as checks, for authors of backends and plugins.
 *
 * <p>No test framework is used here. In JUnit 5 all checks of a backend are three lines:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> conforms() {
 *   return BackendKit.checks(new MyBackendProvider()).stream()
 *       .map(c -> DynamicTest.dynamicTest(c.toString(), c.body()::run));
 * }
 * }</pre>
 *
 * <p>{@link io.ae.core.conformance.PluginKit} does the same for a model plugin, and the command
 * {@code ae check ID} runs either.
 */
@NullMarked
package io.ae.core.conformance;

import org.jspecify.annotations.NullMarked;
