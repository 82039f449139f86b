import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A place in the screens' code that asks for a message. */
export interface MessageUse {
  readonly where: string;
  /** Fits the keys that are asked for: one, or all that a template can come to. */
  readonly key: RegExp;
  /** Names of the values that are given; `null` where the code does not say which go with which key. */
  readonly values: readonly string[] | null;
}

/** What the code of a file says of messages. */
export interface FileUses {
  readonly uses: readonly MessageUse[];
  /** Every text in the code: keys that are kept in constants and asked for elsewhere. */
  readonly texts: readonly string[];
  /** Where a message is asked for while its module is loaded, before there is a language. */
  readonly tooEarly: readonly string[];
}

/** The functions that ask for a message, and what their keys lie below. */
const PLACES: Readonly<Record<string, string>> = { t: '', message: '', say: 'said.' };

export function usesIn(path: string, code: string): FileUses {
  const uses: MessageUse[] = [];
  const texts: string[] = [];
  const tooEarly: string[] = [];
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) texts.push(node.text);
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      Object.hasOwn(PLACES, node.expression.text)
    ) {
      const [key, values] = node.arguments;
      const pattern = key && patternOf(key, PLACES[node.expression.text]);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (node.expression.text !== 'say' && runsAtImport(node)) tooEarly.push(`${path}:${line}`);
      const known = key && ts.isStringLiteralLike(key);
      if (pattern)
        uses.push({ where: `${path}:${line}`, key: pattern, values: known ? namesIn(values) : null });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { uses, texts, tooEarly };
}

/** Whether nothing puts it off: a function does, unless it is handed to something that may call it at once. */
function runsAtImport(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return true;
  const isHanded =
    (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isCallExpression(node.parent);
  return (!ts.isFunctionLike(node) || isHanded) && runsAtImport(node.parent);
}

function patternOf(key: ts.Expression, place = ''): RegExp | null {
  const quoted = (text: string) => text.replace(/[.\\$]/g, '\\$&');
  if (ts.isStringLiteralLike(key)) return new RegExp(`^${quoted(place + key.text)}$`);
  if (!ts.isTemplateExpression(key)) return null;
  const rest = key.templateSpans.map(({ literal }) => `.+${quoted(literal.text)}`).join('');
  return new RegExp(`^${quoted(place + key.head.text)}${rest}$`);
}

function namesIn(values: ts.Expression | undefined): string[] | null {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = values.properties.map((property) =>
    property.name !== undefined && ts.isIdentifier(property.name) ? property.name.text : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

/** What the whole code of the screens says, tests left out. */
export function usesUnder(folder: string): FileUses {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => usesIn(name, readFileSync(join(folder, name), 'utf8')));
  return {
    uses: files.flatMap(({ uses }) => uses),
    texts: files.flatMap(({ texts }) => texts),
    tooEarly: files.flatMap(({ tooEarly }) => tooEarly),
  };
}
