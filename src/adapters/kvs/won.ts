import { Filter, FilterConditions, ForgeKvsAPIError } from '@forge/kvs';

/** The condition that a row has not been written by anybody else since. */
export const writtenBy = (writer: string) =>
  new Filter<{ writer: string }>().and('writer', FilterConditions.equalTo(writer));

/**
 * Runs a conditional transaction. When an error leaves open whether it was written, `isMine` asks the row itself.
 * @returns false where somebody else was first.
 */
export async function won(
  transaction: { execute(): Promise<void> },
  isMine: () => Promise<boolean>,
): Promise<boolean> {
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (!(error instanceof ForgeKvsAPIError)) throw error;
    return isMine();
  }
}
