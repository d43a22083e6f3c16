/**
 * REST for the shop's own systems: conversations, the FAQ, and what else an e-commerce backend works with; what the shop's people use as
 * well (FAQ, settings, keys, usage) they use here, by their session. It checks shapes, calls the features, and writes their results as JSON
 * or as an event stream; it holds no rule of its own. Every operation names by annotation the scope that a key needs, and then the role
 * that a session needs, if one will do.
 */
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
