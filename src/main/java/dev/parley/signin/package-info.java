/**
 * How agents sign in and stay signed in: passwords, second factors, links by mail, single sign-on, sessions, and limits
 * on wrong attempts. Front doors: {@link SignIn}, {@link SingleSignOn}, {@link AgentSessions}, {@link AgentPasswords},
 * {@link AgentLinks}, {@link SecondFactors}.
 */
@NullMarked
package dev.parley.signin;

import org.jspecify.annotations.NullMarked;
