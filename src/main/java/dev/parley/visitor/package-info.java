/**
 * A shop's visitors and how the shop proves their identity: signed user ids, JWTs, and visitors' tokens. It stores the
 * shops' keys and reads published ones. Front doors: {@link Visitors}, {@link VisitorIdentity}, and
 * {@link IdentityAdministration} for settings.
 */
@NullMarked
package dev.parley.visitor;

import org.jspecify.annotations.NullMarked;
