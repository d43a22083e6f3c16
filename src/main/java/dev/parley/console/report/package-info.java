/**
 * Reports for the support team, as JSON and as CSV. It formats what {@code desk} computes. Front door:
 * {@link ReportResource}.
 */
@NullMarked
package dev.parley.console.report;

import org.jspecify.annotations.NullMarked;
