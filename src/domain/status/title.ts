import { lengthOf, type Span } from './span';

const EVERY = { week: 'weekly', fortnight: 'fortnightly', month: 'monthly' } as const;

/** `ALOY weekly status 2012-W29: Alloy`. Confluence allows 255 characters. */
export function titleOf(
  project: { readonly key: string; readonly name: string },
  week: Pick<Span, 'label'>,
): string {
  const short = `${project.key} ${EVERY[lengthOf(week)]} status ${week.label}`;
  return (project.name === project.key ? short : `${short}: ${project.name}`).slice(0, 240).trim();
}
