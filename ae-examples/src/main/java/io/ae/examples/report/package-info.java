/**
 * The report of a trained model: one HTML file that needs no network, and the map of its codes as a
 * picture. It renders {@link io.ae.examples.report.ReportData}, plain data, and runs no model.
 */
@NullMarked
package io.ae.examples.report;

import org.jspecify.annotations.NullMarked;
