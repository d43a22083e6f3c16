/** Makes src/docs/settings.md from the code, so that it lists every setting as the service reads it. */
@NullMarked
package dev.parley.settings;

import org.jspecify.annotations.NullMarked;
