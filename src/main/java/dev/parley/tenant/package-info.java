/**
 * The shops that share one Parley: their settings, API keys, allowed origins and visitors' identity. The tenant is decided once, at the
 * edge, and handed on as a {@link TenantId}; nothing below an edge looks it up again.
 */
@NullMarked
package dev.parley.tenant;

import org.jspecify.annotations.NullMarked;
