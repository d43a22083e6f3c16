/**
 * Authentication of HTTP requests by API key or session cookie, with CSRF protection for cookies. The edges use
 * {@link CurrentAgent} and {@code rest.CurrentShop}; packages below them know nothing of HTTP.
 */
@NullMarked
package dev.parley.access;

import org.jspecify.annotations.NullMarked;
