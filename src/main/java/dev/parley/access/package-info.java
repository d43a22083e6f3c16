/**
 * Who sends an HTTP request: it turns API keys and agents' cookies into identities, and holds requests with a cookie to the console's own
 * pages. The edges ask {@link CurrentTenant} and {@link CurrentAgent}; no package below them needs to know that there is HTTP.
 */
@NullMarked
package dev.parley.access;

import org.jspecify.annotations.NullMarked;
