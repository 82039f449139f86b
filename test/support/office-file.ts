import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** The files of a zip archive, by name, read by its central directory. */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('This is no zip archive.');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('The central directory is broken.');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    if (!name.endsWith('/'))
      files.set(name, archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const BARE_AMPERSAND = /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u;

/** What is wrong with an XML text; `null`: it is well-formed. */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  const text = xml.replace(/^\ufeff/, '');
  if (BARE_AMPERSAND.test(text)) return 'a bare ampersand';
  if (FORBIDDEN.test(text)) return 'a character that XML has not';
  let end = 0;
  for (const [token, closing, name, attributes, alone] of text.matchAll(TOKEN)) {
    end += token.length;
    if (name === undefined) continue;
    const names = [...(attributes ?? '').matchAll(/([\w:.-]+)=/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${token}`;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes another element`;
    } else if (alone !== '/') open.push(name);
  }
  if (end < text.length) return `no XML at ${text.slice(end, end + 40)}`;
  return open.length > 0 ? `<${String(open.at(-1))}> is not closed` : null;
}

const attribute = (element: string, name: string): string =>
  z.string().parse(new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1]);

/** What a program that opens an Office file would have to repair. */
export function officeFaults(files: ReadonlyMap<string, Buffer>): string[] {
  const textOf = (name: string) => files.get(name)?.toString('utf8') ?? '';
  const parts = [...files.keys()].filter((name) => /\.(xml|rels)$/.test(name));
  const broken = parts.flatMap((name) => {
    const fault = xmlFault(textOf(name));
    return fault === null ? [] : [`${name}: ${fault}`];
  });
  return [...broken, ...danglingOf(parts, textOf, files), ...untypedOf(files, textOf('[Content_Types].xml'))];
}

function danglingOf(
  parts: readonly string[],
  textOf: (name: string) => string,
  files: ReadonlyMap<string, Buffer>,
): string[] {
  return parts.flatMap((name) => {
    if (!name.endsWith('.rels')) return [];
    const owner = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    const related = [...textOf(name).matchAll(/<Relationship\s[^>]*>/g)].map(([element]) => element);
    const targets = related
      .filter((element) => !element.includes('TargetMode="External"'))
      .map((element) => new URL(attribute(element, 'Target'), `file:///${owner}`).pathname.slice(1));
    const ids = related.map((element) => attribute(element, 'Id'));
    const used = [...textOf(owner).matchAll(/\br:(?:id|embed|link)="([^"]+)"/g)].map(([, id]) => id ?? '');
    return [
      ...targets.filter((target) => !files.has(target)).map((target) => `${name}: ${target} is missing`),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${owner}: no relationship ${id}`),
      ...(new Set(ids).size < ids.length ? [`${name}: an id twice`] : []),
    ];
  });
}

function untypedOf(files: ReadonlyMap<string, Buffer>, types: string): string[] {
  const all = (element: string, name: string) =>
    [...types.matchAll(new RegExp(`<${element}\\s[^>]*>`, 'g'))].map(([one]) => attribute(one, name));
  const [endings, named] = [all('Default', 'Extension'), all('Override', 'PartName')];
  const untyped = [...files.keys()].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !named.includes(`/${name}`) &&
      !endings.includes(name.split('.').at(-1) ?? ''),
  );
  // A type of a part that is not there hurts nobody: ECMA-376, part 2, asks only that each part has one.
  return untyped.map((name) => `${name} has no content type`);
}
