/**
 * The shops of a Parley with their settings, limits and allowed origins. The tenant is determined once, at the edge,
 * and passed on as a {@link TenantId}. It knows neither keys nor people. Front doors: {@link Tenants}, and
 * {@link Idempotency} for repeated requests.
 */
@NullMarked
package dev.parley.tenant;

import org.jspecify.annotations.NullMarked;
