import { call } from '../../../api/call';
import { type Acted, commitments } from '../../../api/contract';
import { tell } from '../../../api/view';
import { outcomeWords, type Press, pressWords } from './outcome-words';

/**
 * Takes a step that needs no word more, and tells the person that it is done.
 *
 * @returns what came of it; where it came to nothing, why, to be shown where they are.
 */
export async function press(
  action: Press,
  commitmentId: string,
): Promise<{ readonly acted: Acted; readonly notice: string | null }> {
  const acted = await call(commitments[action], { commitmentId });
  if (acted.outcome !== 'done') return { acted, notice: outcomeWords(acted) };
  tell(pressWords(action, acted));
  return { acted, notice: null };
}
