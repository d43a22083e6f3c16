/**
 * What all REST operations have in common, whoever asks: which shop it is about, what stands in the audit log, what a repeated request gets,
 * and how a list is cut into pages. It has no operation of its own. Front doors: {@link CurrentShop}, and the annotations {@link Audited}
 * and {@link Idempotent}.
 */
@NullMarked
package dev.parley.rest;

import org.jspecify.annotations.NullMarked;
