import { startsSection, textOf, type AdfDoc, type AdfNode } from './adf';
import { isBlank } from './adf';
import { printOf, sizeOf, type Print } from './fingerprint';

/*
 * One page, two authors. Docket owns some sections of the status page and rewrites them; everything else belongs to
 * people and must survive every update, word for word and in its place.
 *
 * ADF has no invisible wrapper that both the editor and a reader would leave alone: an expand hides text, an extension
 * needs an app module, `localId`s are rewritten. So nothing is put into the document. A section is what follows a
 * heading of level 1 or 2, and the page's content property remembers, for each section that Docket wrote, its heading
 * and a print of what was written. On the next update a section that still shows what we wrote is replaced; one that
 * shows something else was edited by a person and is left alone until it shows our text again.
 *
 * A person may also write before or after our block inside its section, rename the heading, or move the section: the
 * block is still found by its print, and only the block is replaced. A section that was deleted comes back after the one
 * it used to follow; a report with a hole in it would mislead whoever reads it next.
 */

/** A section as Docket would write it now. */
export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly body: readonly AdfNode[];
  /**
   * Print of the body without what changes by itself (the time of the report). Two bodies with one basis say the same,
   * and the older one stays.
   */
  readonly basis: string;
  /** Where people write: put below the body of a section that is new on the page, and never touched again. */
  readonly tail?: readonly AdfNode[];
  /** True for what must be said even where a person has rewritten the section: it is said above their words then. */
  readonly insists?: boolean;
  /**
   * What is brought up to date even where a person has rewritten the section, without a word of theirs: a box that is
   * checked. The very body that it was given where there is nothing to do.
   */
  readonly touch?: (body: readonly AdfNode[]) => readonly AdfNode[];
  /**
   * What becomes of all that stands in the section, whoever wrote it: what nobody needs any more goes, what is needed
   * again comes back. The very body that it was given where there is nothing to do.
   */
  readonly tidy?: (body: readonly AdfNode[]) => readonly AdfNode[];
}

export interface Write {
  readonly print: Print;
  readonly basis: string;
}

/**
 * What is remembered of a section: its heading on the page, and what was written, newest first. Two writes are kept,
 * since the memory is saved before the page: after a crash between the two, the page still shows the older one.
 */
export interface Mark {
  readonly heading: string;
  readonly writes: readonly Write[];
}
export type Marks = Readonly<Record<string, Mark>>;

export interface Merged {
  readonly doc: AdfDoc;
  readonly marks: Marks;
  /** Keys of the sections that a person has edited and that were therefore left as they are. */
  readonly kept: readonly string[];
  /** False where `doc` is the current document. */
  readonly changed: boolean;
}

interface Part {
  readonly heading: AdfNode;
  readonly body: readonly AdfNode[];
}

/** Where our block stands within a part's body: `[from, to)`. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly write: Write;
}

interface Claim {
  readonly key: string;
  /** Absent where the section is ours by its heading alone: a person has rewritten it. */
  readonly block?: Block;
}

/**
 * The page with Docket's sections brought up to date and all else as it was. What `next` does not name is left alone,
 * and remembered as before.
 */
export function mergePage(current: AdfDoc, marks: Marks, next: readonly Section[]): Merged {
  const { preamble, parts } = split(current);
  const claims = claim(parts, marks, next);
  const sections = new Map(next.map((section) => [section.key, section]));
  const newMarks: Record<string, Mark> = { ...marks };
  const kept: string[] = [];
  let changed = false;

  const merged = parts.map((part, index): { key?: string; nodes: readonly AdfNode[] } => {
    const claimed = claims.get(index);
    const section = claimed && sections.get(claimed.key);
    if (!claimed || !section) return { nodes: [part.heading, ...part.body] };
    const heading = textOf(part.heading);
    if (!claimed.block && section.insists) {
      changed = true;
      newMarks[claimed.key] = { heading, writes: [writeOf(section)] };
      return { key: claimed.key, nodes: [part.heading, ...section.body, ...part.body] };
    }
    if (!claimed.block) {
      const body = tidied(section, section.touch?.(part.body) ?? part.body);
      changed ||= body !== part.body;
      if (body !== part.body && body.every(isBlank)) {
        newMarks[claimed.key] = { heading, writes: [writeOf(section)] };
        return { key: claimed.key, nodes: [part.heading, ...section.body] };
      }
      kept.push(claimed.key);
      newMarks[claimed.key] = { heading, writes: marks[claimed.key]?.writes ?? [] };
      return { key: claimed.key, nodes: [part.heading, ...body] };
    }
    const { from, to, write } = claimed.block;
    const isCurrent = write.basis === section.basis;
    const body = tidied(
      section,
      isCurrent ? part.body : [...part.body.slice(0, from), ...section.body, ...part.body.slice(to)],
    );
    changed ||= body !== part.body;
    newMarks[claimed.key] = { heading, writes: isCurrent ? [write] : [writeOf(section), write] };
    return { key: claimed.key, nodes: [part.heading, ...body] };
  });

  next.forEach((section, position) => {
    if (merged.some(({ key }) => key === section.key)) return;
    changed = true;
    newMarks[section.key] = { heading: section.heading, writes: [writeOf(section)] };
    const before = new Set(next.slice(0, position).map(({ key }) => key));
    const after = merged.findLastIndex(({ key }) => key !== undefined && before.has(key));
    merged.splice(after + 1, 0, { key: section.key, nodes: nodesOf(section) });
  });

  const content = [...preamble, ...merged.flatMap(({ nodes }) => nodes)];
  return { doc: changed ? { version: 1, type: 'doc', content } : current, marks: newMarks, kept, changed };
}

/** Keys of the sections that an update would leave alone, because a person edited them. */
export function editedSections(
  current: AdfDoc,
  marks: Marks,
  next: readonly Pick<Section, 'key' | 'heading' | 'insists'>[],
): string[] {
  const claims = claim(split(current).parts, marks, next);
  const insisting = new Set(next.flatMap(({ key, insists }) => (insists ? [key] : [])));
  return [...claims.values()].filter(({ key, block }) => !block && !insisting.has(key)).map(({ key }) => key);
}

/** What stands of a section as Docket wrote it; `null` where a person has rewritten it, or it is gone. */
export function ownBlock(
  current: AdfDoc,
  marks: Marks,
  section: Pick<Section, 'key' | 'heading'>,
): readonly AdfNode[] | null {
  const { parts } = split(current);
  for (const [index, { block }] of claim(parts, marks, [section]))
    return block ? (parts[index]?.body.slice(block.from, block.to) ?? null) : null;
  return null;
}

/** The document without what Docket wrote into these sections: their headings, and people's own words. */
export function withoutBlocks(
  current: AdfDoc,
  marks: Marks,
  sections: readonly Pick<Section, 'key' | 'heading'>[],
): AdfDoc {
  const { preamble, parts } = split(current);
  const claims = claim(parts, marks, sections);
  const left = parts.flatMap(({ heading, body }, index) => {
    const block = claims.get(index)?.block;
    return [heading, ...(block ? [...body.slice(0, block.from), ...body.slice(block.to)] : body)];
  });
  return { ...current, content: [...preamble, ...left] };
}

/** True where the document shows at least one section exactly as these marks say it was written. */
export function showsWrites(current: AdfDoc, marks: Marks): boolean {
  const { parts } = split(current);
  return Object.values(marks).some((mark) => parts.some((part) => findBlock(part.body, mark) !== undefined));
}

const tidied = (section: Section, body: readonly AdfNode[]): readonly AdfNode[] =>
  section.tidy?.(body) ?? body;

const writeOf = ({ body, basis }: Section): Write => ({ print: printOf(body), basis });

const nodesOf = ({ heading, body, tail = [] }: Section): AdfNode[] => [
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
  ...body,
  ...tail,
];

function split(doc: AdfDoc): { preamble: readonly AdfNode[]; parts: Part[] } {
  const starts = doc.content.flatMap((node, index) => (startsSection(node) ? [index] : []));
  const parts = starts.map((start, n): Part => {
    const [heading, ...body] = doc.content.slice(start, starts[n + 1]);
    return { heading: heading as AdfNode, body };
  });
  return { preamble: doc.content.slice(0, starts[0] ?? doc.content.length), parts };
}

/**
 * Which part is which section, by part index. What shows our words under our heading is surest; then our words under
 * any heading; then our heading over other words. Each round takes what the surer ones left.
 */
function claim(
  parts: readonly Part[],
  marks: Marks,
  next: readonly Pick<Section, 'key' | 'heading'>[],
): Map<number, Claim> {
  const claims = new Map<number, Claim>();
  const open = new Map(next.map((section) => [section.key, section]));
  const round = (
    fits: (part: Part, section: { key: string; heading: string }) => Omit<Claim, 'key'> | false,
  ) => {
    for (const [key, section] of open) {
      for (const [index, part] of parts.entries()) {
        const fit = !claims.has(index) && fits(part, section);
        if (!fit) continue;
        claims.set(index, { key, ...fit });
        open.delete(key);
        break;
      }
    }
  };
  const named = (part: Part, { key, heading }: { key: string; heading: string }) =>
    [heading, marks[key]?.heading].includes(textOf(part.heading).trim());
  const shown = (part: Part, { key }: { key: string }) => {
    const mark = marks[key];
    const block = mark && findBlock(part.body, mark);
    return block ? { block } : false;
  };
  round((part, section) => named(part, section) && shown(part, section));
  round(shown);
  round((part, section) => named(part, section) && {});
  return claims;
}

function findBlock(body: readonly AdfNode[], mark: Mark): Block | undefined {
  const visible = body.flatMap((node, index) => (isBlank(node) ? [] : [index]));
  for (const write of mark.writes) {
    const size = sizeOf(write.print);
    for (let start = 0; size > 0 && start + size <= visible.length; start++) {
      const from = visible[start] as number;
      const to = (visible[start + size - 1] as number) + 1;
      if (printOf(body.slice(from, to)) === write.print) return { from, to, write };
    }
  }
  return undefined;
}
