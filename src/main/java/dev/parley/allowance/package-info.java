/**
 * Rate limits for strangers: new visitors and sockets per address, messages per visitor, address and shop. Each replica
 * counts for itself. A refusal says when to try again. Front door: {@link Allowances}.
 */
@NullMarked
package dev.parley.allowance;

import org.jspecify.annotations.NullMarked;
