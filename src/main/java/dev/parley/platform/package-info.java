/**
 * What every feature stands on and no shop would ask for by name: the clock, ids, problem responses, the embedded PostgreSQL and the
 * way to a database session. It knows no domain word and uses no other package of ours. Front doors: {@link ReactiveRepository} for
 * storage, {@link ParleyException} for refusals.
 */
@NullMarked
package dev.parley.platform;

import dev.parley.platform.database.ReactiveRepository;
import org.jspecify.annotations.NullMarked;
