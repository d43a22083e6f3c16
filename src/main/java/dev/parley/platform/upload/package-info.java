/**
 * Multipart uploads that are checked while they arrive and never lie in memory as a whole. Front door: {@link Uploads}.
 */
@NullMarked
package dev.parley.platform.upload;

import org.jspecify.annotations.NullMarked;
