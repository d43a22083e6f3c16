/**
 * What tests and dev mode use instead of the world outside. Front door: {@link dev.parley.testsupport.ScriptedModel}, a model server that
 * answers as it is told, faults included.
 */
package dev.parley.testsupport;
