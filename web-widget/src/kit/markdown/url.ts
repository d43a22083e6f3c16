const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** A safe link target, or null. Absolute only, without tricks that disguise the host. */
export function safeUrl(raw: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a scheme, so an attacker hides one there
  if (/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\\]/.test(raw)) return null;
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return null;
  }
  if (!SCHEMES.has(url.protocol) || url.username || url.password) return null;
  return url.href;
}

/** http(s) only: no mail, no telephone. */
export function webUrl(raw: string | null | undefined): string | null {
  return raw && /^https?:/i.test(raw) ? safeUrl(raw) : null;
}
