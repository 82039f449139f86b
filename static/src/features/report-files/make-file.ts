import type { ReportFiles } from '../../api/contract';
import type { Viewer } from '../../api/view';
import { createFormat } from '../../shared/format';
import { t } from '../../shared/i18n';
import { code } from '../../shared/lazy-part';
import { fileName, saveFile } from '../../shared/files/save-file';

export type FileKind = 'pptx' | 'xlsx';

type Where = Pick<Viewer, 'siteUrl' | 'locale'>;

/**
 * Makes a file of this report and saves it. What writes each kind is large, and is fetched when somebody wants it.
 *
 * @returns its name
 */
export async function makeFile(kind: FileKind, report: ReportFiles, viewer: Where): Promise<string> {
  const name = fileName(report.project.key, t('reportFiles.name'), report.label, kind);
  saveFile(await contentOf(kind, report, viewer), name);
  return name;
}

async function contentOf(kind: FileKind, report: ReportFiles, { siteUrl, locale }: Where): Promise<Blob> {
  if (kind === 'xlsx') {
    const [{ sheetsOf }, { xlsxOf }] = await code(
      Promise.all([import('./sheets'), import('../registers/exchange/xlsx')]),
    );
    return xlsxOf(sheetsOf(report, siteUrl), locale);
  }
  const [{ deckOf }, { drawDeck }] = await code(Promise.all([import('./deck'), import('./draw-deck')]));
  const content = await drawDeck(deckOf(report, createFormat(locale, 'UTC'))).write({ outputType: 'blob' });
  if (!(content instanceof Blob)) throw new Error('The slides came in another form than asked for.');
  return content;
}
