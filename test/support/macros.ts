import { type AdfDoc, type AdfNode, textOf } from '../../src/domain/status';
import { macros } from '../../src/contract';
import type { RegisterExcerptView } from '../../src/contract/macros';
import type { TestApp } from './app';
import type { Said } from './registers';

export type MacroKey = 'status-macro' | 'register-macro' | 'commitments-macro';

/** The register macro as that person sees it, with these settings. */
export const registerMacro = (app: TestApp, accountId: string | null, config: object) =>
  app.host.invoke(
    {
      moduleKey: 'register-macro',
      accountId,
      extension: { type: 'macro', config: { projectKey: 'PRJ', ...config } },
    },
    macros.register.name,
    {},
  ) as Promise<Said<RegisterExcerptView>>;

/** What a PDF or Word export of the macro shows to whoever takes it out; `null`: the platform does not say who. */
export const exported = async (
  app: TestApp,
  macro: MacroKey,
  accountId: string | null,
  config: object,
  spaceKey?: string,
): Promise<AdfDoc> =>
  (await app.host.exportMacro(
    macro,
    {
      exportType: 'pdf',
      context: {
        extension: {
          config: { projectKey: 'PRJ', ...config },
          ...(spaceKey && { space: { key: spaceKey } }),
        },
      },
    },
    accountId,
  )) as AdfDoc;

/** The lines of a document, tables left out. */
export const linesOf = ({ content }: AdfDoc): string[] =>
  content.filter(({ type }) => type !== 'table').map(textOf);

/** The cells of the last table. */
export const cellsOf = ({ content }: AdfDoc): string[][] =>
  (content.findLast(({ type }) => type === 'table')?.content ?? []).map((row: AdfNode) =>
    (row.content ?? []).map(textOf),
  );
