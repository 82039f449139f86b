import type { AdfNode } from './adf';
import type { PageInput } from './document';
import type { RecordList } from './facts';
import { issueUrl, jqlUrl } from './links';
import { bold, bullets, grid, line, linked, type Words } from './parts';
import type { RecordLine } from './snapshot';

type Input = Pick<PageInput, 'facts' | 'siteUrl' | 'leads' | 'today'>;

/** What waits for somebody: in the leads' own words, and what the registers ask for by a date. */
export function needsBody({ facts, siteUrl, leads, today }: Input): AdfNode[] {
  const { attention, attentionJql } = facts.registers;
  const words = leads.filter(({ needsDecision }) => needsDecision.trim() !== '');
  if (words.length === 0 && attention.items.length === 0)
    return [line('No lead asks for a decision, and no register has anything due.')];
  const asked = words.map(({ name, needsDecision }): Words => [bold(`${name}: `), needsDecision]);
  const late = ({ date }: RecordLine): string =>
    date === null ? 'waiting' : date < today ? `${date}, overdue` : date;
  const body = asked.length > 0 ? [bullets(asked)] : [];
  if (attention.items.length > 0) {
    const rows = attention.items.map((record) => [
      recordLink(record, siteUrl),
      record.summary,
      `${record.what} (${record.state})`,
      late(record),
    ]);
    body.push(
      grid(['Record', 'Summary', 'Asks for', 'By'], rows),
      ...cutNote(attention, attentionJql, siteUrl),
    );
  }
  return body;
}

/** What was settled in the period. */
export function decidedBody({ facts, siteUrl }: Pick<Input, 'facts' | 'siteUrl'>): AdfNode[] {
  const { decided, decidedJql } = facts.registers;
  if (decided.items.length === 0) return [line('No register has anything that was decided in this period.')];
  const rows = decided.items.map((record) => [
    recordLink(record, siteUrl),
    record.summary,
    `${record.what}: ${record.state}`,
    record.date ?? '',
  ]);
  return [grid(['Record', 'Summary', 'Decided', 'On'], rows), ...cutNote(decided, decidedJql, siteUrl)];
}

const recordLink = ({ id, key }: RecordLine, siteUrl: string | null): Words =>
  linked(id === null ? key : `${id} (${key})`, issueUrl(siteUrl, key));

function cutNote({ isWhole }: RecordList, jql: string | null, siteUrl: string | null): AdfNode[] {
  if (isWhole || jql === null) return [];
  return [line(['There may be more: ', linked('see them all in Jira', jqlUrl(siteUrl, jql)), '.'])];
}
