/**
 * The people who answer for a shop, with roles and preferences, but not how they sign in. Front doors: {@link Agents},
 * {@link AgentPreferences}.
 */
@NullMarked
package dev.parley.agent;

import org.jspecify.annotations.NullMarked;
