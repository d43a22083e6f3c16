/**
 * The log of changes to a shop by agents and keys. It is append-only and kept for a year. Front door: {@link AuditLog}.
 */
@NullMarked
package dev.parley.audit;

import org.jspecify.annotations.NullMarked;
