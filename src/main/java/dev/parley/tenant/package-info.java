/**
 * The shops that share one Parley, with their settings, limits and allowed origins. The tenant is decided once, at the edge, and handed on
 * as a {@link TenantId}; nothing below an edge looks it up again. It knows neither keys nor people: those have packages of their own.
 * Front doors: {@link Tenants}, {@link Idempotency} for repeated requests.
 */
@NullMarked
package dev.parley.tenant;

import org.jspecify.annotations.NullMarked;
