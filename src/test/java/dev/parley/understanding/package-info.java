/** What visitors type every day, and how much of it Parley understands. {@link dev.parley.understanding.EverydayEval} asks a running Parley. */
@NullMarked
package dev.parley.understanding;

import org.jspecify.annotations.NullMarked;
