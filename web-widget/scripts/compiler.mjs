/** openapi-typescript writes types with the compiler's own functions, which TypeScript 7 no longer has: it gets the last one that did. */

/** @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, next) {
  return next(specifier === "typescript" ? "typescript-5" : specifier, context);
}
