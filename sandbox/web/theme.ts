import { createRequire } from 'node:module';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

/** Colour modes that the pages, and with them the app's frames, can be looked at in. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const COOKIE = 'docket_theme';
const Theme = z.enum(THEMES);

/** What the reader has chosen, light where nothing. */
export const themeOf = (context: Context): Theme => Theme.catch('light').parse(getCookie(context, COOKIE));

/** @returns whether there is such a theme; the cookie is set only then. */
export function switchTheme(context: Context, name: unknown): boolean {
  const theme = Theme.safeParse(name);
  if (theme.success)
    setCookie(context, COOKIE, theme.data, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return theme.success;
}

/** For the attribute by which the Design System's sheets are chosen. */
export const SHEETS_ON = 'light:light dark:dark spacing:spacing typography:typography';

const Sheet = z.object({ default: z.string() });
const SHEETS = ['atlassian-light', 'atlassian-dark', 'atlassian-spacing', 'atlassian-typography'] as const;

/** The Design System's tokens as CSS variables, so that the pages have the very colours of the app's frames. */
export function tokenSheet(): string {
  const require = createRequire(__filename);
  return SHEETS.map(
    (name) => Sheet.parse(require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`)).default,
  ).join('\n');
}
