/**
 * The shops that share one Parley: their settings, API keys, allowed origins, visitors' identity, and the agents who answer for them
 * with their roles, passwords, second factors and sessions, and the log of who changed what. The tenant is decided once, at the edge,
 * and handed on as a {@link TenantId}; nothing below an edge looks it up again. Front doors: {@link Tenants}, {@link Visitors}, {@link Agents}, {@link SignIn},
 * {@link ApiKeys}, and for the operator {@link ShopRegistry}, {@link ShopRemovals}.
 */
@NullMarked
package dev.parley.tenant;

import org.jspecify.annotations.NullMarked;
