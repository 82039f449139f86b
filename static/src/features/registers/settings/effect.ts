import type { RecordView, RegisterView } from '../../../api/contract';
import { isOpenIn } from '../overview/figures';
import { rated } from '../scores';

type Rules = Pick<RegisterView, 'cells' | 'bands' | 'appetite' | 'cadence'>;

/** Open records that go from one band to another by a change of the rules. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly records: readonly RecordView[];
}

/** What a change of scales, scores, bands or appetite does to the open records, by their inherent rating. */
export interface RecordsEffect {
  readonly rated: number;
  /** The largest first. */
  readonly moves: readonly Move[];
  /** Records that stand above the new scales, and so need a new rating. */
  readonly outOfScale: readonly RecordView[];
  /** How many are above the appetite, now and then; what is above it is escalated. */
  readonly above: { readonly before: number; readonly after: number };
}

/** @param register as it is saved. @param draft the rules in the form. */
export function effectOnRecords(
  register: RegisterView,
  draft: Rules,
  records: readonly RecordView[],
): RecordsEffect {
  const [rating] = register.ratings;
  const open = rating === undefined ? [] : records.filter(isOpenIn(register));
  const pairs = open.flatMap((record) => {
    const before = rating && rated(register, rating, record.values);
    return rating === undefined || before == null
      ? []
      : [{ record, before, after: rated(draft, rating, record.values) }];
  });
  const moves = new Map<string, Move>();
  for (const { record, before, after } of pairs) {
    const [from, to] = [before.band?.label ?? '', after?.band?.label ?? ''];
    if (after === null || from === to) continue;
    const key = JSON.stringify([from, to]);
    moves.set(key, { from, to, records: [...(moves.get(key)?.records ?? []), record] });
  }
  return {
    rated: pairs.length,
    moves: [...moves.values()].sort((one, other) => other.records.length - one.records.length),
    outOfScale: pairs.flatMap(({ record, after }) => (after === null ? [record] : [])),
    above: {
      before: pairs.filter(({ before }) => before.isAboveAppetite).length,
      after: pairs.filter(({ after }) => after?.isAboveAppetite).length,
    },
  };
}
