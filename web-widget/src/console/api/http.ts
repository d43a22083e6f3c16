/** Requests with the session cookie. Every failure becomes an `ApiError`. */
import type { Fault as RestFault } from "./console-rest";

export class ApiError extends Error {
  constructor(
    /** 0 without a response. */
    readonly status: number,
    readonly code: string,
    /** A sentence for the user. */
    readonly detail: string,
    readonly retryAfterS: number | null = null,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`);
  }

  /** Invalid fields of the request. */
  get faults(): readonly Fault[] {
    const { errors, field } = this.body;
    const all: readonly Omit<RestFault, "code">[] = Array.isArray(errors)
      ? errors
      : [{ field: field as string, detail: this.detail }];
    return all.flatMap(({ field, detail }) => (field ? [{ field: dotted(field), detail }] : []));
  }
}

export interface Fault {
  /** `lanes.0.base_url`, from the server's JSON pointer. */
  readonly field: string;
  readonly detail: string;
}

const dotted = (pointer: string): string =>
  pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The object as it was read; sends its ETag as `If-Match`. */
  readonly over?: object | null;
  readonly signal?: AbortSignal;
  /** Completes even if the page is left. */
  readonly keepalive?: boolean;
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Called when any request finds the session expired. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

const suspended = new Set<Listener>();

/** Called when a request is refused because the shop is suspended. */
export function onSuspended(listener: Listener): () => void {
  suspended.add(listener);
  return () => suspended.delete(listener);
}

/** The ETag of a read object; a copy, `{...thing}`, keeps it. */
const ETAG = Symbol("ETag");
type Tagged = { [ETAG]?: string };

export const etagOf = (thing: object | null | undefined): string | undefined =>
  (thing as Tagged | null)?.[ETAG];

/** Restores the ETag of an object that was stored in the browser. */
export const tagged = <T extends object>(thing: T, etag: string): T => ({ ...thing, [ETAG]: etag });

/**
 * `ask<Agent>("GET", "agents/1")`: relative to `/v1/console/`, or absolute below `/v1` with a leading slash. A 204 is
 * undefined.
 */
export async function ask<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await request(method, address(path, options.query), options);
  if (answer.status === 204 || answer.headers.get("content-length") === "0") return undefined as T;
  const text = await answer.text();
  const value = (text ? JSON.parse(text) : undefined) as T;
  const etag = answer.headers.get("etag");
  if (etag && value instanceof Object) (value as Tagged)[ETAG] = etag;
  return value;
}

/** The raw response, for files. */
export async function request(method: Method, url: string, options: RequestOptions = {}): Promise<Response> {
  const raw = options.body instanceof Blob || options.body instanceof FormData;
  const etag = etagOf(options.over);
  const headers: Record<string, string> = {
    "X-Parley-Console": "1",
    ...(etag && { "If-Match": etag }),
    ...options.headers,
  };
  if (options.body !== undefined && !raw) headers["Content-Type"] = "application/json";
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      ...(options.body !== undefined && {
        body: raw ? (options.body as BodyInit) : JSON.stringify(options.body),
      }),
      ...(options.signal && { signal: options.signal }),
      ...(options.keepalive && { keepalive: true }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, "offline", "Parley cannot be reached. Check the connection and try again.");
  }
  if (answer.ok) return answer;
  const error = await apiErrorOf(answer);
  if (answer.status === 401 && !/\/(session|password-reset)(\/|$)/.test(url))
    for (const listener of signedOut) listener();
  if (error.code === "shop_suspended") for (const listener of suspended) listener();
  throw error;
}

export function address(path: string, query: RequestOptions["query"] = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  const base = path.startsWith("/") ? "/v1" : "/v1/console/";
  return `${base}${path}${search ? `?${search}` : ""}`;
}

/** Replaces the server's text, which is for programs. */
const CHANGED_MEANWHILE =
  "Somebody else has changed this meanwhile. Load the page again to see what they saved, then make your change.";

/** The error of a failed response. */
export async function apiErrorOf(answer: Response): Promise<ApiError> {
  const after = Number(answer.headers.get("retry-after"));
  const wait = Number.isFinite(after) && after > 0 ? after : null;
  try {
    const problem = (await answer.json()) as Record<string, unknown>;
    const code = String(problem["code"] ?? "unknown");
    const said =
      typeof problem["detail"] === "string" ? problem["detail"] : "Something went wrong. Try again.";
    const detail = answer.status === 412 ? CHANGED_MEANWHILE : said;
    return new ApiError(answer.status, code, detail, wait, problem);
  } catch {
    return new ApiError(
      answer.status,
      "unknown",
      `Parley answered with an error (${answer.status}). Try again.`,
      wait,
    );
  }
}

/** Words for the user, for anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError
    ? error.detail
    : "Something went wrong on this page. Reload it and try again.";
}
