/**
 * API keys of a shop: their scopes, their rotation, how often each may ask. A key is stored as a hash and shown once. Front door:
 * {@link ApiKeys}.
 */
@NullMarked
package dev.parley.key;

import org.jspecify.annotations.NullMarked;
