/**
 * The OpenAPI descriptions: `/q/openapi` for shops, `/q/openapi-console` for the console's page. Annotations describe
 * operations, records describe fields. This package adds what all operations share: authentication, common parameters,
 * error responses and required fields. All but {@link dev.parley.api.description.DescriptionRoutes} only runs in the build. Start at
 * {@link dev.parley.api.description.Description}.
 */
@NullMarked
package dev.parley.api.description;

import org.jspecify.annotations.NullMarked;
