import { joined, say, type Words } from '../../words';
import { authorityFor, type Found, type Stake } from './authority';
import { type Outcome, refuse } from './refusal';
import { type ApprovalSettings, type Authority, votesNeeded } from './settings';
import type { ApprovalState } from './stored';

export type Vote = ApprovalState['votes'][number];

type ApprovalPolicy = Omit<ApprovalSettings, 'graceDays'>;

export interface ApprovalRequest {
  readonly stake: Stake;
  /** Whose request it is: who wrote it down first, and whom it names as its requester. */
  readonly requesters: readonly [string, ...string[]];
  readonly lead: string | null;
  readonly sponsor: string | null;
}

export type Verdict = 'pending' | Vote['verdict'];

/**
 * Asks the authority that the change's size calls for. Where everybody there asks for the change themselves, and may
 * not approve it, the next authority up is asked.
 *
 * @returns the open approval and why this authority was asked, or a refusal where nobody may decide
 */
export function requestApproval(
  policy: ApprovalPolicy,
  request: ApprovalRequest,
  now: Date,
): Outcome<{ readonly approval: ApprovalState; readonly why: string }> {
  const found = authorityFor(policy.authorities, request.stake);
  if (!found) return refuse(say('registers.approval.noAuthorities'));
  const asked = whomToAsk(policy, request, found);
  if (!asked) return refuse(nobodyLeft(policy, request, found));
  const { authority, approvers, why } = asked;
  const approval: ApprovalState = {
    rule: policy.rule,
    approvers,
    authority: authority.name,
    requestedBy: request.requesters[0],
    requestedAt: now.toISOString(),
    votes: [],
  };
  return { ok: true, value: { approval, why } };
}

interface Asked {
  readonly authority: Authority;
  readonly approvers: readonly string[];
  readonly why: string;
}

function whomToAsk(
  { authorities, selfApproval }: ApprovalPolicy,
  request: ApprovalRequest,
  found: Found,
): Asked | null {
  for (const authority of authorities.slice(found.index)) {
    const approvers = peopleOf(authority, request).filter(
      (person) => selfApproval || !request.requesters.includes(person),
    );
    if (approvers.length === 0) continue;
    const why =
      authority === found.authority
        ? found.why
        : `${found.why} Nobody there may decide on it, so ${authority.name} does.`;
    return { authority, approvers, why };
  }
  return null;
}

function peopleOf({ people, role }: Authority, { lead, sponsor }: ApprovalRequest): string[] {
  const standing = role === 'sponsor' ? sponsor : lead;
  return [...new Set(people.length > 0 ? people : standing === null ? [] : [standing])];
}

function nobodyLeft(
  { authorities, selfApproval }: ApprovalPolicy,
  request: ApprovalRequest,
  { index }: Found,
): Words {
  const able = authorities.slice(index);
  const names = joined(
    able.map(({ name }) => name),
    say('registers.approval.or'),
  );
  return !selfApproval && able.some((authority) => peopleOf(authority, request).length > 0)
    ? say('registers.approval.onlyRequesters', { names })
    : say('registers.approval.nobodyNamed', { names });
}

/**
 * What the votes amount to. Rejected as soon as the approvals that the rule asks for can no longer be reached. One vote
 * a person makes the two exclude each other, so the order of votes does not matter.
 */
export function verdictOf({ rule, approvers, votes }: ApprovalState): Verdict {
  const count = (verdict: Vote['verdict']): number =>
    votes.filter((vote) => vote.verdict === verdict && approvers.includes(vote.who)).length;
  const needed = votesNeeded(rule, approvers.length);
  if (approvers.length > 0 && count('approved') >= needed) return 'approved';
  return approvers.length - count('rejected') < needed ? 'rejected' : 'pending';
}

/** Those asked who have not answered; nobody once it is decided. */
export function waitingFor(approval: ApprovalState): string[] {
  if (verdictOf(approval) !== 'pending') return [];
  return approval.approvers.filter((person) => !approval.votes.some(({ who }) => who === person));
}

/**
 * One person's vote; a second one of theirs replaces the first until it is decided.
 *
 * @param options.selfApproval whether the project lets people approve their own requests
 * @returns the approval with the vote, and `decidedAt` where that decides it; or a refusal
 */
export function castVote(
  approval: ApprovalState,
  { who, verdict, comment }: Omit<Vote, 'at'>,
  options: { readonly selfApproval: boolean },
  now: Date,
): Outcome<ApprovalState> {
  if (approval.decidedAt !== undefined) return refuse(say('registers.approval.isDecided'));
  if (who === approval.requestedBy && !options.selfApproval)
    return refuse(say('registers.approval.own', { authority: approval.authority }));
  if (!approval.approvers.includes(who))
    return refuse(say('registers.approval.notAsked', { authority: approval.authority }));
  if (verdict === 'rejected' && comment.trim() === '') {
    const why = say('registers.approval.whyRejected');
    return { ok: false, refusal: { message: why, fields: { comment: why } } };
  }
  const votes = [
    ...approval.votes.filter((vote) => vote.who !== who),
    { who, verdict, comment: comment.trim(), at: now.toISOString() },
  ];
  const voted = { ...approval, votes };
  return {
    ok: true,
    value: verdictOf(voted) === 'pending' ? voted : { ...voted, decidedAt: now.toISOString() },
  };
}
