/**
 * Process start: {@link ParleyMain} finds a database and starts the service. Every feature has a package of its own.
 */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
