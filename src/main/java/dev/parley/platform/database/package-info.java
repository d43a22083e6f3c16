/**
 * Access to PostgreSQL, each call limited to the rows that it may see; expiry of rows; and the embedded PostgreSQL.
 * Front doors: {@link Statements}, {@link ReactiveRepository}, {@link EmbeddedDatabase}.
 */
@NullMarked
package dev.parley.platform.database;

import org.jspecify.annotations.NullMarked;
