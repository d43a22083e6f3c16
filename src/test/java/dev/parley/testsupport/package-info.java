/**
 * Replacements for the outside world in tests and dev mode. Start at {@link dev.parley.testsupport.ScriptedModel}, a
 * scripted model server with faults on demand.
 */
package dev.parley.testsupport;
