/**
 * The log of who changed what in a shop, an agent or a key. It is written and read, never changed, and kept for a year. Front door:
 * {@link AuditLog}.
 */
@NullMarked
package dev.parley.audit;

import org.jspecify.annotations.NullMarked;
