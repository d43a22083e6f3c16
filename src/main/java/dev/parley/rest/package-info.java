/**
 * Common parts of all REST operations: the current shop, the audit log, idempotency and paging. It has no operations.
 * Front doors: {@link CurrentShop}, and the annotations {@link Audited} and {@link Idempotent}.
 */
@NullMarked
package dev.parley.rest;

import org.jspecify.annotations.NullMarked;
