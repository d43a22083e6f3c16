/**
 * REST for shops' systems and, by session, for their people: conversations, FAQ, settings, keys, usage. It validates
 * requests, calls features and writes JSON or event streams, without rules of its own. Annotations on every operation
 * name the scope for keys, and then the role for sessions if one is accepted.
 */
@NullMarked
package dev.parley.api;

import org.jspecify.annotations.NullMarked;
