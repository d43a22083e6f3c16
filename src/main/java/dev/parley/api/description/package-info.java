/**
 * The OpenAPI descriptions: `/q/openapi` for shops, `/q/openapi-console` for the console's page. What an operation does and answers is said by
 * annotations at its method, what a field means at its record. Here is what all operations have in common: who may ask, shared parameters,
 * refusals, which fields are always there. Nothing here runs in the service; the build writes both. Begin with
 * {@link dev.parley.api.description.Description}.
 */
@NullMarked
package dev.parley.api.description;

import org.jspecify.annotations.NullMarked;
