/** A shop in the operator's form, and its validation. */
import type { Problems } from "../kit/form";
import type { Limits, Shop } from "./ask";

export interface ShopDraft {
  readonly name: string;
  readonly slug: string;
  /** One origin per line. */
  readonly origins: string;
  readonly email: string;
}

export interface ShopChange {
  readonly name: string;
  readonly origins: string;
  readonly limits: Readonly<Record<LimitName, string>>;
}

type LimitName = keyof Limits;

export const LIMITS: readonly (readonly [LimitName, string, string])[] = [
  ["messages_per_minute", "Visitors' messages a minute", "Of all its visitors together."],
  ["faq_entries", "FAQ entries", "An import that would exceed it stores nothing."],
  ["agents", "Agents", "Those who are not disabled."],
  ["api_keys", "API keys", "Those that are not revoked."],
];

/** Proposes `alder-pine-shoes` for `Alder & Pine Shoes`. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 63)
    .replace(/-+$/, "");
}

export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map(line => line.trim())
    .filter(Boolean);
}

export function checkNewShop(shop: ShopDraft): Problems {
  return {
    ...checkNames(shop),
    ...(!/^[a-z0-9]([a-z0-9-]{0,61})[a-z0-9]$/.test(shop.slug) && {
      slug: "2 to 63 lower-case letters, digits and hyphens, with no hyphen at either end.",
    }),
    ...(!/^[^\s@]+@[^\s@]+$/.test(shop.email.trim()) && { email: "An e-mail address." }),
  };
}

export function checkChange(change: ShopChange): Problems {
  const wrong = LIMITS.filter(([name]) => !/^\d{0,7}$/.test(change.limits[name].trim()));
  return {
    ...checkNames(change),
    ...Object.fromEntries(wrong.map(([name]) => [name, "A whole number, or empty."])),
  };
}

function checkNames(of: { readonly name: string; readonly origins: string }): Problems {
  const bad = linesOf(of.origins).find(line => !/^https?:\/\/[^/\s]+$/i.test(line));
  return {
    ...(!of.name.trim() && { name: "What the shop is called." }),
    ...(bad && { origins: `"${bad}" is no origin: write https://shop.example, without a path.` }),
  };
}

export const named = (field: string): string => (field === "admin_email" ? "email" : field);

export function newShopBody(shop: ShopDraft): unknown {
  return {
    slug: shop.slug,
    name: shop.name.trim(),
    origins: linesOf(shop.origins),
    admin_email: shop.email.trim(),
  };
}

export function changeOf(shop: Shop): ShopChange {
  const limit = (name: LimitName) => String(shop.limits[name] ?? "");
  return {
    name: shop.name,
    origins: shop.origins.join("\n"),
    limits: {
      messages_per_minute: limit("messages_per_minute"),
      faq_entries: limit("faq_entries"),
      agents: limit("agents"),
      api_keys: limit("api_keys"),
    },
  };
}

/** An empty limit resets to the default. */
export function changeBody(change: ShopChange): unknown {
  return {
    name: change.name.trim(),
    origins: linesOf(change.origins),
    limits: Object.fromEntries(
      LIMITS.map(([name]) => [name, change.limits[name].trim() ? Number(change.limits[name]) : null]),
    ),
  };
}
