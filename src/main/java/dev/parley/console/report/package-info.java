/**
 * Reports for the support team, as JSON and as CSV.
 */
@NullMarked
package dev.parley.console.report;

import org.jspecify.annotations.NullMarked;
