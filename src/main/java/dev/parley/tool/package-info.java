/**
 * What a shop lets its bot look up or do at the shop's own servers: declared by an administrator, asked for by the model, carried out here.
 * The model's arguments are checked against the declared schema; who the customer is comes from the shop's proof alone; amounts go to a
 * card past the model. It neither asks models nor writes messages. Front doors: {@link Tools} for what is declared, {@link Actions} for
 * looking something up, {@link ActionCalls} for what changes something or needs a visitor's yes.
 */
@NullMarked
package dev.parley.tool;

import org.jspecify.annotations.NullMarked;
