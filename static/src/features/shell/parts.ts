import type { ComponentType } from 'react';
import type { MessageKey } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import type { Shape } from '../../shared/skeleton';

/** A part of the project page: where its address begins, and what is shown there. */
export interface Part {
  readonly base: string;
  readonly label: MessageKey;
  /** What the bar calls it together with its neighbours, and where these are looked up. */
  readonly group: MessageKey;
  /** Begins to load the code, before it is drawn. */
  readonly load: () => void;
  readonly Screen: ComponentType;
  /** Of what it shows first, while that is on its way. */
  readonly shape: Shape;
}

type Load = () => Promise<{ readonly default: ComponentType }>;

function part(base: string, label: MessageKey, shape: Shape, load: Load, group = label): Part {
  let code: ReturnType<Load> | undefined;
  const once: Load = () => (code ??= load());
  const begin = () => void once().catch(() => undefined);
  return { base, label, group, shape, load: begin, Screen: lazyPart(once) };
}

/** In the order of the bar; parts of one group stand next to each other, under one name. */
export const PARTS: readonly Part[] = [
  part('/today', 'shell.parts.today', 'list', () => import('../today/today-tab')),
  part('/commitments', 'shell.parts.commitments', 'board', () => import('../commitments/commitments-tab')),
  part('/registers', 'shell.parts.registers', 'board', async () => ({
    default: (await import('../registers/registers-tab')).RegistersTab,
  })),
  part('/reports', 'shell.parts.reports', 'card', () => import('../reports/reports-tab')),
  part('/plan', 'shell.parts.plan', 'form', () => import('../plan/plan-tab')),
  part(
    '/messages',
    'shell.parts.sent',
    'table',
    async () => ({ default: (await import('../messages/messages-tab')).MessagesTab }),
    'shell.parts.messages',
  ),
  part(
    '/messages/planned',
    'shell.parts.planned',
    'table',
    async () => ({ default: (await import('../preview/preview-tab')).PreviewTab }),
    'shell.parts.messages',
  ),
  part(
    '/messages/backlog',
    'shell.parts.backlog',
    'table',
    async () => ({ default: (await import('../messages/backlog-tab')).BacklogTab }),
    'shell.parts.messages',
  ),
  part('/portfolio', 'shell.parts.portfolio', 'figures', () => import('../portfolio/portfolio-tab')),
];

/** Where somebody comes who asks for nothing in particular. */
export const LANDING = '/today';

/** @returns The part that an address belongs to; nothing for an address that is none of ours. */
export function partAt(pathname: string): Part | undefined {
  return PARTS.filter(({ base }) => pathname === base || pathname.startsWith(`${base}/`)).sort(
    (one, other) => other.base.length - one.base.length,
  )[0];
}

/** An entry of the bar, with the parts that stand under it. */
export interface Group {
  readonly name: MessageKey;
  readonly parts: readonly [Part, ...Part[]];
}

export const GROUPS: readonly Group[] = PARTS.reduce<readonly Group[]>((groups, one) => {
  const last = groups.at(-1);
  return last?.name === one.group
    ? [...groups.slice(0, -1), { ...last, parts: [...last.parts, one] }]
    : [...groups, { name: one.group, parts: [one] }];
}, []);
