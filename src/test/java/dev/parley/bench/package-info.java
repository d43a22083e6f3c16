/**
 * Measures the packaged service beside a bare sample (`src/test/peer`) in the same run. Start at
 * {@link dev.parley.bench.Comparison}. Run by hand: `src/test/peer/compare.sh`.
 */
package dev.parley.bench;
