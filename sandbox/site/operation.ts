import { z } from 'zod';
import type { User } from './entities';
import type { SiteState } from './state';

/**
 * Who calls. A person over HTTP may use every modelled operation that their permissions allow; a call through the app
 * is also bound to the scopes of its manifest.
 */
export interface Caller {
  readonly user: User;
  /** The app's granted scopes, or `null` for a person's own client. */
  readonly scopes: ReadonlySet<string> | null;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Product = 'jira' | 'confluence';

/** What an operation answers. Objects and identities are what Atlassian's points are counted by. */
export interface SiteReply {
  readonly status: number;
  /** JSON, or absent for an empty body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Core objects returned (issues, pages, comments, ...): one point each. */
  readonly objects?: number;
  /** Users, groups, roles and permissions returned: two points each. */
  readonly identities?: number;
}

export interface OperationContext<Q, B> {
  readonly state: SiteState;
  readonly caller: Caller;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  /** The request's path with its query, for `_links.next` and the like. */
  readonly url: URL;
  readonly now: number;
}

export interface Operation<Q = unknown, B = unknown> {
  /** Atlassian's own operationId, unique within the product. */
  readonly id: string;
  readonly product: Product;
  readonly method: Method;
  /** As in Atlassian's document, for example `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  /** Alternatives: the call passes where every scope of one of these sets is granted. An empty set needs none. */
  readonly scopes: readonly (readonly string[])[];
  /**
   * Query parameters, with what the platform would coerce. Unknown ones are refused with 400. A repeated parameter
   * arrives as an array: use `listParam`.
   */
  readonly query: z.ZodType<Q>;
  readonly body: z.ZodType<B> | null;
  readonly run: (context: OperationContext<Q, B>) => SiteReply | Promise<SiteReply>;
}

// The router holds operations of every shape; each one is checked where it is defined.
export type AnyOperation = Operation<never, never>;

export function defineOperation<Q, B = undefined>(operation: Operation<Q, B>): AnyOperation {
  return operation as unknown as AnyOperation;
}

/** A refusal with the product's own error body. Thrown by operations and helpers, turned into a reply by the router. */
export class SiteError extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${JSON.stringify(body)}`);
    this.name = 'SiteError';
  }
}

/** Jira's error body: whole-request messages, and messages by field. */
export function jiraError(
  status: number,
  messages: string | readonly string[],
  errors: Record<string, string> = {},
): SiteError {
  return new SiteError(status, {
    errorMessages: typeof messages === 'string' ? [messages] : messages,
    errors,
  });
}

/** Confluence v2's error body. */
export function confluenceError(
  status: number,
  code: string,
  title: string,
  detail: string | null = null,
): SiteError {
  return new SiteError(status, { errors: [{ status, code, title, detail }] });
}

/** A parameter that may come once, repeated, or comma-separated. */
export const listParam = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((part) => part.split(',')).filter((s) => s !== ''),
  );

/** An integer in a query string. */
export const intParam = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);

/** `true` or `false` in a query string. */
export const boolParam = z.enum(['true', 'false']).transform((value) => value === 'true');
