import { instant, count } from '../web/parts';
import type { Sandbox } from '../index';
import { newestReminder, readLedger, type SentMessage } from '../web/messages';
import type { ChosenSite } from './choose-site';
import type { OpenedProject } from './opening';

export interface WelcomeOptions {
  readonly origin: string;
  readonly chosen: ChosenSite;
  readonly opened: readonly OpenedProject[];
  /** Seconds of real time from the start to here. */
  readonly seconds: number;
  readonly idleMinutes: number;
}

/** Lines under a heading, in two columns. */
function section(title: string, rows: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return ['', title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)];
}

/** A reminder to look at: of the first project, or of any. */
const shown = (messages: readonly SentMessage[], projectId: string | undefined): SentMessage | undefined =>
  newestReminder(messages, (message) => message.projectId === projectId) ??
  newestReminder(messages, () => true);

function doneRows(sandbox: Sandbox, opened: readonly OpenedProject[]): [string, string][] {
  const { host } = sandbox;
  const sent = readLedger(host).messages.filter(({ state }) => state === 'sent');
  const people = new Set(sent.map(({ recipient }) => recipient)).size;
  const records = opened.reduce((sum, project) => sum + project.records, 0);
  const pages = opened.reduce((sum, project) => sum + project.reports, 0);
  const calls = Object.values(host.totals.calls).reduce((sum, number) => sum + number, 0);
  return [
    ['Projects', opened.map(({ project }) => `${project.name} (${project.key})`).join(', ')],
    ['Reminders', `${count(sent.length, 'message')} to ${count(people, 'person', 'people')}`],
    ...(records > 0 ? [['Records', `${records} entered in the registers`] as [string, string]] : []),
    ['Status pages', `${pages} published`],
    [
      'Cost',
      `${count(host.totals.points, 'point')} in ${count(calls, 'call')}, ${count(host.invocations.length, 'invocation')}`,
    ],
  ];
}

function placeRows(sandbox: Sandbox, { origin, opened }: WelcomeOptions): [string, string][] {
  const { host, state } = sandbox;
  const message = shown(readLedger(host).messages, opened[0]?.project.id);
  const first = opened.find(({ records }) => records > 0) ?? opened[0];
  const page = opened.find((project) => project.page !== null)?.page;
  const user = [...state.users.all()].find((candidate) => candidate.siteAdmin);
  const [token] = state.apiTokens;
  return [
    ['Start here', `${origin}/`],
    ...(message
      ? [['A reminder', `${origin}/browse/${message.item}#comment-${message.commentId}`] as [string, string]]
      : []),
    ...(first
      ? [
          ['Risk register', `${origin}/projects/${first.project.key}/docket/registers/risk`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(page ? [['Status page', page.url] as [string, string]] : []),
    ['Messages, and why', `${origin}/docket/ledger`],
    ['Calls and points', `${origin}/docket/invocations`],
    ...(user && token
      ? [['REST', `curl -u ${user.emailAddress}:${token} ${origin}/rest/api/3/myself`] as [string, string]]
      : []),
  ];
}

/** What a person should know that did not go as it should. */
function troubles(sandbox: Sandbox, { opened, chosen }: WelcomeOptions): string[] {
  const { host, site } = sandbox;
  const failed = host.invocations.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'retry');
  return [
    ...opened.flatMap(({ project, problems }) => problems.map((problem) => `${project.key}: ${problem}`)),
    ...(chosen.problems.length > 0
      ? [`${count(chosen.problems.length, 'line')} of the archive could not be used; the demo names them.`]
      : []),
    ...(failed.length > 0 ? [`${count(failed.length, 'invocation')} failed; see Calls and points.`] : []),
    ...new Set(site.unmodelled.map((call) => `The site does not model ${call}.`)),
  ];
}

/** The lines that `npm start` ends its opening with: what was done, where to look, how to go on. */
export function welcome(sandbox: Sandbox, options: WelcomeOptions): string[] {
  const { chosen, seconds, idleMinutes } = options;
  const from = instant(chosen.now, 'UTC');
  const to = instant(sandbox.clock.now(), 'UTC');
  const bad = troubles(sandbox, options);
  return [
    ...section(
      `Done, from ${from} to ${to} UTC on the site's clock, in ${seconds.toFixed(1)} s:`,
      doneRows(sandbox, options.opened),
    ),
    ...section('Look at it in a browser:', placeRows(sandbox, options)),
    ...(bad.length > 0 ? ['', 'Not as it should be:', ...bad.map((line) => `  ${line}`)] : []),
    '',
    'The bar at the bottom of each page moves the clock, and shows what Docket does because of it.',
    `Ctrl-C stops the site; so do ${idleMinutes} minutes without a request.`,
  ];
}
