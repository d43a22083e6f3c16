/**
 * The visitor's side: sessions for browsers, and the socket `parley.v1` over which a conversation is held. It parses and writes frames,
 * checks tokens and origins, and keeps a slow or noisy client from hurting others; what a message means is the business of others. Front
 * doors: {@link VisitorSessionResource} and {@link VisitorSocket}.
 */
@NullMarked
package dev.parley.widget;

import org.jspecify.annotations.NullMarked;
