import type { z } from 'zod';
import { callApp } from '../../sandbox/cli/app-call';
import { type Call, registers, registerSettings } from '../../src/contract';
import type { RegisterSettingsShape } from '../../src/contract/register-settings';
import type { TestApp } from './app';

/** Values that make a record of each register, with no more than it needs. */
export const RISK = {
  cause: 'One person knows the old batch jobs',
  event: 'They leave before the migration',
  impact: 'Four weeks of delay',
  probability: 4,
  severity: 5,
  owner: 'member',
};
export const CHANGE = {
  kind: 'update',
  description: 'Move the cut-over by a week',
  reason: 'The bank is closed on the day that was planned',
  requester: 'member',
  impactScope: 'None',
  impactScheduleDays: 5,
  impactCost: { minor: 120_000, currency: 'EUR' },
};

/** What a call of the app answers, or the problem that it says instead. */
export type Said<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: {
        readonly code: string;
        readonly message: string;
        readonly fields?: Record<string, string>;
        readonly current?: { readonly revision: number; readonly values: Record<string, unknown> };
      };
    };

/** The project page of the test project as that person, with the calls of registers. */
export function onRegisters(app: TestApp, accountId = 'member') {
  const page = app.screen('project-page', accountId);
  const call = <Request extends z.ZodType, Response extends z.ZodType>(
    which: Call<Request, Response>,
    request: z.input<Request>,
  ): Promise<z.output<Response>> => callApp(app.host, page, which, request);
  return {
    call,
    /** The bare answer: for what is refused, and for payloads that no screen would send. */
    say: <T = unknown>({ name }: Call, payload: unknown): Promise<Said<T>> =>
      app.host.invoke(page, name, payload) as Promise<Said<T>>,
    risk: (values: Record<string, unknown> = RISK, summary = 'Key person risk') =>
      call(registers.create, { kind: 'risk', summary, values }),
    change: (values: Record<string, unknown> = CHANGE) =>
      call(registers.create, { kind: 'change', summary: 'Move the cut-over', values }),
    list: (kind = 'risk') => call(registers.list, { kind }),
    read: (issueId: string, kind = 'risk') => call(registers.read, { kind, issueId }),
    move: (record: { issueId: string; revision: number }, to: string, kind = 'risk') =>
      call(registers.transition, { kind, issueId: record.issueId, revision: record.revision, to }),
  };
}

/** Changes the settings of a register as the project's lead. */
export async function setUp(
  app: TestApp,
  kind: string,
  change: (settings: RegisterSettingsShape) => RegisterSettingsShape,
): Promise<void> {
  const module = app.screen('project-settings', 'lead');
  const { settings } = await callApp(app.host, module, registerSettings.read, { kind });
  await callApp(app.host, module, registerSettings.save, { kind, settings: change(settings) });
}

/** A request to the site itself, past the app, as that person's own client sends it. */
export async function rest(
  app: TestApp,
  method: string,
  path: string,
  body?: unknown,
  accountId = 'member',
): Promise<unknown> {
  const user = app.state.users.get(accountId);
  if (!user) throw new Error(`The test site has no user ${accountId}.`);
  const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await app.site.fetch(new Request(`${app.state.baseUrl}${path}`, init), {
    user,
    scopes: null,
  });
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** Overwrites a record's property through REST. */
export const tamper = (app: TestApp, issueId: string, value: unknown, kind = 'risk'): Promise<unknown> =>
  rest(app, 'PUT', `/rest/api/3/issue/${issueId}/properties/docket.${kind}`, value);

/** What stands in the property of an issue on the site. */
export const propertyOf = (app: TestApp, issueId: string, kind = 'risk'): unknown =>
  app.state.issues.get(issueId)?.properties[`docket.${kind}`];

/** The audit as it is stored, oldest first. */
export const auditOf = (app: TestApp) =>
  app.host
    .stored('audit')
    .map(({ value }) => (value as { entry: AuditRow }).entry)
    .sort((one, other) => one.at.localeCompare(other.at) || one.to.revision - other.to.revision);

interface AuditRow {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly reason: string | null;
  readonly issueId: string;
  readonly from: { readonly revision: number; readonly state: string } | null;
  readonly to: { readonly revision: number; readonly state: string; readonly id: string };
}
