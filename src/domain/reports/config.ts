import { type Audience, DEFAULT_TOLERANCES, type Tolerances } from '../status';
import type { ReportCalendar } from './period';

/** A part of the project's work with somebody who answers for it. */
export interface Workstream {
  readonly id: string;
  readonly name: string;
  /** Account id of the lead who is asked. */
  readonly leadId: string;
  /** Which of the project's issues belong to it. */
  readonly scope:
    | { readonly kind: 'jql'; readonly jql: string }
    | { readonly kind: 'component'; readonly component: string };
}

/** What a project admin decides about its reports. */
export interface Reporting {
  readonly calendar: ReportCalendar;
  readonly workstreams: readonly Workstream[];
  /** Who may approve, by account id; nobody: the report publishes itself. */
  readonly reviewers: readonly string[];
  /** Who is told once when it is published. */
  readonly stakeholders: readonly string[];
  readonly audience: Audience;
  /** Keys of issues with a security level that may appear all the same. */
  readonly includedRestricted: readonly string[];
  /** From where on each dimension is amber and red. */
  readonly tolerances: Tolerances;
}

/** A report that nobody is asked for and nobody reviews: the week's figures on Friday at three. */
export const DEFAULT_REPORTING: Reporting = {
  calendar: {
    cadence: 'weekly',
    anchor: '2024-01-01',
    ask: { weekday: 4, time: '09:00' },
    cutOff: { weekday: 5, time: '12:00' },
    publish: { weekday: 5, time: '15:00' },
  },
  workstreams: [],
  reviewers: [],
  stakeholders: [],
  audience: 'space',
  includedRestricted: [],
  tolerances: DEFAULT_TOLERANCES,
};

/** True where nobody is asked and nobody reviews: the report is made and published in one go. */
export const isPlain = ({ workstreams, reviewers }: Pick<Reporting, 'workstreams' | 'reviewers'>): boolean =>
  workstreams.length === 0 && reviewers.length === 0;

/** True where the report goes through people's hands before it is out. */
export const isReviewed = ({ reviewers }: Pick<Reporting, 'reviewers'>): boolean => reviewers.length > 0;
