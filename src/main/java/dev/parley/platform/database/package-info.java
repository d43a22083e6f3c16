/**
 * The ways to PostgreSQL, each of which says first whose rows it may see; what expires; and the embedded PostgreSQL for shops that have no
 * other. Front doors: {@link Statements}, {@link ReactiveRepository}, {@link EmbeddedDatabase}.
 */
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
