import { minorDigits, type Money } from './money';
import type { Authority } from './settings';

/** What a change would do to the plan: schedule days and cost; `null` where none was stated. */
export interface Stake {
  readonly days: number | null;
  readonly money: Money | null;
}

export interface Found {
  /** Where it stands among the authorities, lowest first. */
  readonly index: number;
  readonly authority: Authority;
  /** Why this one, in a sentence for those who are asked. */
  readonly why: string;
}

/**
 * The lowest authority whose tolerance holds the change; the highest where none does or where its cost cannot be
 * compared. A tolerance is the permissible deviation above and below plan (PRINCE2), so savings count by their size.
 *
 * @param authorities lowest first; each tolerates at least what the one before does
 * @returns `null` where the project has named none
 */
export function authorityFor(authorities: readonly Authority[], stake: Stake): Found | null {
  const highest = authorities.length - 1;
  const top = authorities[highest];
  if (!top) return null;
  const { money } = stake;
  const foreign = money?.minor
    ? authorities.find(({ upToMoney }) => upToMoney && upToMoney.currency !== money.currency)
    : undefined;
  if (money && foreign?.upToMoney) {
    const why = `The cost is in ${money.currency} and the limit of ${foreign.name} in ${foreign.upToMoney.currency}: they cannot be compared, so ${top.name} decides.`;
    return { index: highest, authority: top, why };
  }
  const index = authorities.findIndex((authority) => tolerates(authority, stake));
  const authority = authorities[index];
  if (authority)
    return {
      index,
      authority,
      why: `${stakeInWords(stake)} is within what ${authority.name} may authorise.`,
    };
  return {
    index: highest,
    authority: top,
    why: `${stakeInWords(stake)} is more than anybody's limit, so ${top.name} decides.`,
  };
}

function tolerates({ upToDays, upToMoney }: Authority, { days, money }: Stake): boolean {
  const timeFits = upToDays === null || Math.abs(days ?? 0) <= upToDays;
  const costFits = upToMoney === null || Math.abs(money?.minor ?? 0) <= upToMoney.minor;
  return timeFits && costFits;
}

/** What was left empty counts as no effect, and is said to. */
function stakeInWords({ days, money }: Stake): string {
  const time =
    days === null ? 'no stated effect on the schedule' : `${days} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  const cost = money === null ? 'no stated cost' : moneyInWords(money);
  return `A change with ${time} and ${cost}`;
}

const moneyInWords = ({ minor, currency }: Money): string =>
  `${(minor / 10 ** minorDigits(currency)).toLocaleString('en', { minimumFractionDigits: minorDigits(currency) })} ${currency}`;
