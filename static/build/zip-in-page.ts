import { zipSync, type Zippable } from 'fflate';

/**
 * Takes the place of write-excel-file's own zipping, which hands larger files to a worker made from a blob: Forge's
 * content security policy allows none.
 */
export default async function zipInPage(files: Zippable): Promise<Uint8Array> {
  return zipSync(files);
}
