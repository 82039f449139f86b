import type { LocalDate } from '../../domain/calendar';
import type { Bundling, DecideContext } from '../../domain/commitments';
import type { Choices } from '../../ports/choices';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Holidays } from '../../ports/holidays';
import type { Ids } from '../../ports/ids';
import type { Issues } from '../../ports/issues';
import type { Ledger } from '../../ports/ledger';
import type { Log } from '../../ports/log';
import type { Messenger } from '../../ports/messenger';
import type { Meter } from '../../ports/meter';
import type { Obligations } from '../../ports/obligations';
import type { Progress } from '../../ports/progress';
import type { Projects } from '../../ports/projects';
import type { RecordCopies } from '../../ports/records';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import type { Reports } from '../../ports/reports';
import type { TaskSource } from '../../ports/tasks';
import type { TaskTouches } from '../../ports/task-touches';
import type { SightMemory, Visibility } from '../../ports/visibility';
import type { Sights } from './sights';

export interface FollowUpDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly meter: Meter;
  readonly issues: Issues;
  readonly tasks: TaskSource;
  readonly messenger: Messenger;
  readonly ledger: Ledger;
  readonly projects: Projects;
  readonly directory: Directory;
  readonly choices: Choices;
  readonly progress: Progress;
  readonly visibility: Visibility;
  readonly sightMemory: SightMemory;
  readonly taskTouches: TaskTouches;
  readonly obligations: Pick<Obligations, 'get' | 'due' | 'ofProject' | 'ofSubject'>;
  readonly copies: Pick<RecordCopies, 'of'>;
  readonly registerSettings: Pick<RegisterSettingsStore, 'of'>;
  readonly reports: Pick<Reports, 'newest'>;
  readonly holidays: Pick<Holidays, 'of'>;
}

/** What deciding, claiming and sending need. */
export type DeliverDeps = Pick<FollowUpDeps, 'clock' | 'ids' | 'log' | 'ledger' | 'messenger' | 'visibility'>;

/** What came of a run, or of a part of one. */
export interface Outcome {
  readonly sent: number;
  readonly withdrawn: number;
  readonly withheld: number;
  /** Written or not: nobody knows until the lease is over and the comment is looked for. */
  readonly unanswered: number;
}

export const NOTHING: Outcome = { sent: 0, withdrawn: 0, withheld: 0, unanswered: 0 };

export const add = (a: Outcome, b: Outcome): Outcome => ({
  sent: a.sent + b.sent,
  withdrawn: a.withdrawn + b.withdrawn,
  withheld: a.withheld + b.withheld,
  unanswered: a.unanswered + b.unanswered,
});

interface DatedItem {
  readonly id: string;
  readonly dueDate: LocalDate | null;
  readonly firstDate?: LocalDate;
}

/** What deciding and bundling one project's messages rests on. */
export interface ProjectContext extends DecideContext, Bundling {
  readonly projectId: string;
  readonly sights: Sights;
  /** Issues due up to this date are backlog, whoever owns them: none of them is worth reading; `null`: no such date. */
  readonly leftAloneUpTo: LocalDate | null;
  /** The item with the date that counts: the one promised last. */
  readonly effective: <T extends DatedItem>(item: T) => T;
}
