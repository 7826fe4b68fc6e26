/** The tables, as Markdown. */
@NullMarked
package io.ae.benchmarks.runner.report;

import org.jspecify.annotations.NullMarked;
