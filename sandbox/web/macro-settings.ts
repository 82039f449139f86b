import { z } from 'zod';
import type { AdfDoc, Page, User } from '../site/entities';
import type { Door } from './door';
import type { PlacedMacro } from './module-tokens';

/** The app's macro in a document, as Confluence stores a Forge macro. */
export const MacroNode = z.looseObject({
  type: z.enum(['extension', 'bodiedExtension', 'inlineExtension']),
  attrs: z.looseObject({
    extensionType: z.literal('com.atlassian.ecosystem'),
    extensionKey: z.string(),
    localId: z.string().optional(),
    parameters: z.looseObject({ guestParams: z.record(z.string(), z.unknown()).optional() }).optional(),
  }),
});
export type MacroNode = z.output<typeof MacroNode>;

/** The key of the module that draws a macro: `APP/ENVIRONMENT/static/MODULE`. */
export const moduleKeyOf = ({ attrs }: MacroNode): string => attrs.extensionKey.split('/').at(-1) ?? '';

/** The macro of this id on a page, at the top of its document. */
export function macroOn(page: Page, localId: string): MacroNode | undefined {
  for (const node of page.body.content) {
    const macro = MacroNode.safeParse(node);
    if (macro.success && macro.data.attrs.localId === localId) return macro.data;
  }
  return undefined;
}

/** What `view.submit` of a macro's settings sends; Confluence keeps texts. */
const Submitted = z.strictObject({ config: z.record(z.string().max(255), z.string().max(5_000)) });

/**
 * Keeps a macro's settings in a new version of its page, as the person who submits them: through the site's own
 * interface, so that it asks whether they may.
 *
 * @throws Error in words, where the page or the macro is gone, or the site refuses.
 */
export async function keepSettings(
  { sandbox }: Door,
  { pageId, localId }: PlacedMacro,
  submitted: unknown,
  user: User,
): Promise<void> {
  const { config } = Submitted.parse(submitted);
  const page = sandbox.state.pages.get(pageId);
  if (!page || !macroOn(page, localId)) throw new Error('The macro is no longer on its page.');
  const content = page.body.content.map((node) => {
    const macro = MacroNode.safeParse(node);
    if (!macro.success || macro.data.attrs.localId !== localId) return node;
    const { attrs } = macro.data;
    return { ...macro.data, attrs: { ...attrs, parameters: { ...attrs.parameters, guestParams: config } } };
  });
  const body: AdfDoc = { ...page.body, content };
  const request = new Request(`${sandbox.state.baseUrl}/wiki/api/v2/pages/${pageId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: pageId,
      status: 'current',
      title: page.title,
      version: { number: page.version.number + 1 },
      body: { representation: 'atlas_doc_format', value: JSON.stringify(body) },
    }),
  });
  const response = await sandbox.site.fetch(request, { user, scopes: null });
  if (!response.ok) throw new Error(`Confluence did not keep the settings (${response.status}).`);
}
