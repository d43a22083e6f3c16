/**
 * How much a stranger may ask of Parley: new visitors and open sockets of one address, messages of one visitor, of one address and to one
 * shop. Each replica counts for itself. Whoever has had enough hears when to come back. Front door: {@link Allowances}.
 */
@NullMarked
package dev.parley.allowance;

import org.jspecify.annotations.NullMarked;
