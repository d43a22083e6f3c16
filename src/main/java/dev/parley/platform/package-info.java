/**
 * Technical basis of every feature: the clock, ids, secrets, problem responses, outgoing calls. It knows no domain
 * terms and uses no other package of ours. Front doors: {@link ParleyException} for refusals,
 * {@link dev.parley.platform.database} for storage.
 */
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
