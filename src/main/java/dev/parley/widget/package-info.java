/**
 * The visitor's side: sessions for browsers, and the socket `parley.v1`. It maps frames, checks tokens and origins, and
 * isolates slow or noisy clients; the rules for messages are in other packages. Front doors:
 * {@link VisitorSessionResource} and {@link VisitorSocket}.
 */
@NullMarked
package dev.parley.widget;

import org.jspecify.annotations.NullMarked;
