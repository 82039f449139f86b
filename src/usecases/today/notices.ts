import type { Severity } from '../../domain/attention';
import { REGISTERS } from '../../domain/registers';
import type { LedgerEntry } from '../../ports/ledger';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import type { ProjectWorld } from '../follow-up/world';
import { type ListMessagesDeps, whatIsSeen } from '../list-messages';
import { say, type Text } from '../../words';
import { unseenPlace } from '../follow-up/task-spaces';
import { inParallel } from '../parallel';

/** Something that needs attention and is nobody's commitment. */
export type Notice = { readonly id: string; readonly severity: Severity; readonly why: Text } & (
  | { readonly kind: 'message'; readonly entry: LedgerEntry }
  | { readonly kind: 'register'; readonly register: string; readonly title: string }
  | { readonly kind: 'unseen' }
);

export interface NoticeDeps extends ListMessagesDeps {
  readonly snapshots: Pick<RegisterSnapshots, 'recent'>;
}

/** The newest messages that are looked through, how long a withheld one is news, and when a claim counts as lost. */
const NEWEST = 100;
const NEWS_MS = 7 * 86_400_000;
const STUCK_MS = 2 * 3_600_000;
const SHOWN = 20;

/** Messages that reached nobody, records that nobody can read, and places that Docket does not see. */
export async function noticesOf(deps: NoticeDeps, project: ProjectWorld): Promise<Notice[]> {
  const found = await Promise.all([messages(deps, project), unreadable(deps, project)]);
  const unseen = (project.memory.tasks?.unseen ?? []).map((what): Notice => ({
    kind: 'unseen',
    id: `unseen ${what}`,
    severity: 'watch',
    why: whyUnseen(what),
  }));
  return [...found.flat(), ...unseen];
}

function whyUnseen(what: string): Text {
  const place = unseenPlace(what);
  if (place === null) return what;
  const { kind, name } = place;
  return kind === 'page'
    ? say('today.unseenPage', { page: name })
    : say('today.unseenSpace', { space: name });
}

async function messages(deps: NoticeDeps, { config, context }: ProjectWorld): Promise<Notice[]> {
  const now = context.now.getTime();
  const lost = (await deps.ledger.ofProject(config.projectId, NEWEST)).filter(
    ({ state, claimedAt }) =>
      (state === 'withheld' && now - Date.parse(claimedAt) < NEWS_MS) ||
      (state === 'claimed' && now - Date.parse(claimedAt) > STUCK_MS),
  );
  const seen = await whatIsSeen(deps, lost.slice(0, SHOWN));
  return seen
    .filter(({ hidden }) => hidden === null)
    .map(({ entry }) => ({
      kind: 'message',
      id: entry.key,
      entry,
      ...(entry.state === 'withheld'
        ? { severity: 'watch' as const, why: entry.why }
        : {
            severity: 'critical' as const,
            why: say('today.claimLost'),
          }),
    }));
}

/** As the weekly look found them: reading every record at each opening would cost a point each. */
async function unreadable({ snapshots }: NoticeDeps, { config }: ProjectWorld): Promise<Notice[]> {
  const notices = await inParallel(
    REGISTERS,
    REGISTERS.length,
    async ({ kind, title }): Promise<Notice[]> => {
      const [latest] = await snapshots.recent(config.projectId, kind, 1);
      const count = latest?.unreadable ?? 0;
      if (count === 0) return [];
      const why = say('today.unreadable', { count });
      return [{ kind: 'register', id: `unreadable ${kind}`, severity: 'watch', register: kind, title, why }];
    },
  );
  return notices.flat();
}
