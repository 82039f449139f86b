import { columnsShown, excerptJql, type ExcerptFilter } from '../../domain/macros/register-excerpt';
import {
  type ConfiguredRegister,
  heatMapOf,
  type HeatMap,
  judge,
  type Marks,
  type RatingKey,
  registerName,
  type StoredRecord,
} from '../../domain/registers';
import { AppError } from '../../errors';
import type { JiraFacts } from '../../ports/jira-facts';
import type { FoundRecord, RecordCopies } from '../../ports/records';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import type { RegisterSnapshots } from '../../ports/register-snapshots';
import { lastMarks } from '../registers/last-marks';
import { registerOf } from '../registers/register-of';
import { say } from '../../words';

export interface ExcerptDeps {
  /** With the rights of whoever looks. */
  readonly facts: Pick<JiraFacts, 'records' | 'count'>;
  readonly copies: Pick<RecordCopies, 'of'>;
  readonly registerSettings: Pick<RegisterSettingsStore, 'of'>;
  readonly snapshots: Pick<RegisterSnapshots, 'recent' | 'marks'>;
}

/** What the macro's settings ask for. */
export interface AskedExcerpt {
  readonly kind: string;
  readonly view: 'table' | 'heat-map';
  readonly filter: 'open' | 'all' | 'band';
  readonly band: string;
  readonly rating: RatingKey;
  readonly columns: readonly string[];
  readonly limit: number;
}

/** A record on its issue. */
export interface ExcerptEntry {
  readonly issue: Pick<FoundRecord, 'issueId' | 'issueKey' | 'summary'>;
  readonly record: StoredRecord;
}

export interface Excerpt {
  readonly register: ConfiguredRegister;
  /** Label of the band that it is limited to; `null` for any. */
  readonly band: string | null;
  readonly columns: readonly string[];
  readonly entries: readonly ExcerptEntry[];
  readonly heat: HeatMap | null;
  /** The last weekly snapshot, where a column tells the movement since. */
  readonly marks: Marks | null;
  /** What finds all of them. */
  readonly jql: string;
  readonly read: number;
  /** Approximate where not all were read. */
  readonly total: number;
  readonly unreadable: number;
}

/** A point a record: a picture of more than these is drawn of the highest. */
const MOST_ON_MAP = 300;

/**
 * A part of a register, as far as whoever asks may see it: a point a record, one a page, one for the count where there
 * are more.
 *
 * @throws AppError NOT_FOUND for a register or a band that is gone, BAD_INPUT for a heat map without scores
 */
export async function readExcerpt(
  deps: ExcerptDeps,
  project: { readonly id: string; readonly key: string },
  asked: AskedExcerpt,
): Promise<Excerpt> {
  const register = await registerOf(deps.registerSettings, project.id, asked.kind);
  const filter = filterOf(register, asked);
  const isMap = asked.view === 'heat-map';
  if (isMap && !register.score)
    throw new AppError('BAD_INPUT', say('problem.noHeatMap', { register: registerName(register) }));
  const max = isMap ? MOST_ON_MAP : asked.limit;
  const columns = isMap ? [] : columnsShown(register, asked.columns);
  const { jql, order } = excerptJql(register, project.key, filter);
  const { propertyKey, kind } = register;
  const [found, marks] = await Promise.all([
    deps.facts.records({ jql: jql + order, propertyKeys: [propertyKey], max }),
    columns.includes('movement') ? lastMarks(deps.snapshots, project.id, kind) : null,
  ]);
  const [entries, total] = await Promise.all([
    trusted(deps.copies, project.id, register, found),
    found.length < max ? found.length : deps.facts.count(jql),
  ]);
  return {
    register,
    band: filter.is === 'band' ? filter.label : null,
    columns,
    entries: isMap ? [] : entries,
    heat: isMap
      ? heatMapOf(
          register,
          entries.map(({ record }) => record),
          asked.rating,
        )
      : null,
    marks,
    jql,
    read: found.length,
    total: Math.max(total, found.length),
    unreadable: found.length - entries.length,
  };
}

function filterOf(register: ConfiguredRegister, { filter, band }: AskedExcerpt): ExcerptFilter {
  if (filter !== 'band') return { is: filter };
  if (register.score && register.settings.bands.some(({ label }) => label === band))
    return { is: 'band', label: band };
  throw new AppError('NOT_FOUND', say('problem.bandGone', { register: registerName(register), band }));
}

/** Only what Docket wrote: anybody with Edit Issues may write a property. */
async function trusted(
  copies: ExcerptDeps['copies'],
  projectId: string,
  register: ConfiguredRegister,
  found: Awaited<ReturnType<JiraFacts['records']>>,
): Promise<ExcerptEntry[]> {
  const ids = found.map(({ issueId }) => issueId);
  const written = ids.length > 0 ? await copies.of({ projectId, kind: register.kind }, ids) : [];
  const copyOf = new Map(written.map((copy) => [copy.issueId, copy]));
  return found.flatMap(({ issueId, key, summary, properties }): ExcerptEntry[] => {
    const property = properties[register.propertyKey];
    const copy = copyOf.get(issueId) ?? null;
    const reading = judge(register, property, copy);
    if (reading.is !== 'record') return [];
    return [{ issue: { issueId, issueKey: key, summary }, record: reading.record }];
  });
}
