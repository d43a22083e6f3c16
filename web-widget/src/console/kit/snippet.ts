/** The embed code. */
export function snippet(origin: string, tenant: string): string {
  return `<script async src="${origin}/widget.js" data-tenant="${tenant}"></script>`;
}
