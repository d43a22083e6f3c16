/**
 * The people who answer for a shop, their roles and preferences. It does not know how they sign in. Front doors: {@link Agents},
 * {@link AgentPreferences}.
 */
@NullMarked
package dev.parley.agent;

import org.jspecify.annotations.NullMarked;
