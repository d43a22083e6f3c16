/**
 * Everyday messages of visitors, and the share that Parley understands. {@link dev.parley.understanding.EverydayEval}
 * asks a running Parley.
 */
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
