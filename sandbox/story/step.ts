import type { z } from 'zod';
import type { Call } from '../../src/contract';
import type { ProjectKey } from '../seed/catalogue';
import type { PersonName } from '../seed/people';
import type { Project } from '../site/entities';
import type { SiteState } from '../site/state';

/** Asks the app as one of its screens does. @throws AppRefusal where the app says no. */
export type Ask = <Request extends z.ZodType, Response extends z.ZodType>(
  call: Call<Request, Response>,
  request: z.input<Request>,
) => Promise<z.output<Response>>;

/** What somebody does in Docket at an instant of the demonstration. */
export interface StoryStep {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly project: ProjectKey;
  readonly by: PersonName;
  /** The screen on which they do it. */
  readonly on: 'project-page' | 'project-settings';
  readonly does: (ask: Ask, site: { readonly state: SiteState; readonly project: Project }) => Promise<void>;
}
