/**
 * Who chats with a shop, and how the shop vouches for them: signed user ids and JWTs, and the tokens that visitors carry. It keeps the keys
 * that shops sign with, and fetches those that they publish. Front doors: {@link Visitors}, {@link VisitorIdentity}, and for a shop's
 * administrators {@link IdentityAdministration}.
 */
@NullMarked
package dev.parley.visitor;

import org.jspecify.annotations.NullMarked;
