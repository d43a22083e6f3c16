/**
 * API keys of a shop: scopes, rotation and rate limits. A key is stored as a hash and shown once. Front door:
 * {@link ApiKeys}.
 */
@NullMarked
package dev.parley.key;

import org.jspecify.annotations.NullMarked;
