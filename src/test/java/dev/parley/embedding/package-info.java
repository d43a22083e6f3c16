@NullMarked
package dev.parley.embedding;

import org.jspecify.annotations.NullMarked;
