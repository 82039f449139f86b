import type { Deps } from '../../compose';
import { admin as contract } from '../../contract';
import type { ErasureView } from '../../contract/admin';
import { AppError } from '../../errors';
import type { Erasure } from '../../ports/personal-data';
import { cancelErasure, startErasure } from '../../usecases/privacy/erase';
import { lookForPerson } from '../../usecases/privacy/look';
import { say } from '../../words';
import { forAdmins } from './admin';

const view =
  ({ personalData }: Deps) =>
  ({ store, after: _after, passes: _passes, writer: _writer, still, ...rest }: Erasure): ErasureView => ({
    ...rest,
    still: [...still],
    behind: Math.min(store, personalData.stores.length),
    parts: personalData.stores.length,
  });

/** Who is gone from the site is confirmed by their account id. */
async function confirm(deps: Deps, accountId: string, typed: string): Promise<void> {
  const name = (await deps.user.people.names([accountId]))[accountId] ?? accountId;
  if (typed.toLowerCase() === name.trim().toLowerCase()) return;
  throw new AppError('BAD_INPUT', say('problem.eraseUnconfirmed', { name }), {
    fields: { typed: say('problem.typeName', { name }) },
  });
}

/** What Docket keeps of a person. */
export const privacy = [
  forAdmins(contract.person, async (deps, { accountId, from }) => {
    const { found, ...rest } = await lookForPerson(deps, accountId, from);
    return { rows: found.map((row) => ({ ...row, mentions: [...row.mentions] })), ...rest };
  }),
  forAdmins(contract.erase, async (deps, { accountId, typed }, place) => {
    await confirm(deps, accountId, typed);
    return view(deps)(await startErasure(deps, accountId, place.accountId));
  }),
  forAdmins(contract.erasures, async (deps) => {
    const erasures = await deps.erasures.all();
    const people = erasures.flatMap(({ accountId, by }) => [accountId, by]).filter((id) => id !== null);
    return {
      erasures: erasures.map(view(deps)),
      names: people.length > 0 ? await deps.user.people.names(people) : {},
    };
  }),
  forAdmins(contract.cancelErasure, async (deps, { id }) => {
    await cancelErasure(deps, id);
    return {};
  }),
];
