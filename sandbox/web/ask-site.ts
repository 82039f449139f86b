import { z } from 'zod';
import type { User } from '../site/entities';
import type { Door } from './door';

/** Jira's two ways to say no: in general, and by field. */
const Refused = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export type SiteAnswer = { readonly body: unknown } | { readonly problem: string };

/** Asks the site's own REST interface as that person's client would, so that permissions, history and events are the site's. */
export async function askSite(
  { sandbox: { site, state } }: Door,
  user: User,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<SiteAnswer> {
  const request = new Request(state.baseUrl + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await site.fetch(request, { user, scopes: null });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { body: answer };
  const { errorMessages, errors } = Refused.catch({ errorMessages: [], errors: {} }).parse(answer);
  const words = [...errorMessages, ...Object.values(errors)];
  return { problem: words.length > 0 ? words.join(' ') : text };
}
