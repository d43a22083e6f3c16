/**
 * What a shop lets its bot look up or do at the shop's own servers: declared by an administrator, asked for by the model, carried out here.
 * The model's arguments are checked against the declared schema; who the customer is comes from the shop's proof alone; amounts go to a
 * card past the model. It neither asks models nor writes messages. Front doors: {@link Tools} for what is declared, {@link Actions} for
 * carrying it out, {@link Confirmations} for what waits for a visitor's yes.
 */
@NullMarked
package dev.parley.tool;

import org.jspecify.annotations.NullMarked;
