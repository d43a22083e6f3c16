/** Multipart uploads, checked and streamed to disk while they arrive. Front door: {@link Uploads}. */
@NullMarked
package dev.parley.platform.upload;

import org.jspecify.annotations.NullMarked;
