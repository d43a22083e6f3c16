/**
 * REST for the shop's own systems: conversations, the FAQ, and what else an e-commerce backend works with. It checks keys and shapes,
 * calls the features, and writes their results as JSON or as an event stream; it holds no rule of its own. Every resource demands a scope
 * by annotation.
 */
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
