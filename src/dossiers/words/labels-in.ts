import type { Field } from './fields-in.ts';

/** A field whose label a reader knows. `until` is where the next known label begins. */
export interface KnownField<Key extends string> extends Field {
  key: Key;
  until: number;
}

interface Found<Key extends string> {
  key: Key;
  label: string;
  at: number;
  from: number;
}

const GAP = '[ \\u3000]{0,6}';
/** What stands behind a label and belongs to it: （签名或者盖章）, （年月日）, 及日期. */
const NOTE = `(?:${GAP}[（(][^（）()\\n\\t]{1,16}[)）])?(?:${GAP}[及和与、]${GAP}(?:签[收名字署]|收到|盖章)?(?:日期|时间))?`;
const LONGEST_HEAD = 14;
const BLANK = /^[\s_＿/／\\—–－-]*$/;

/**
 * The fields whose labels are given, in whatever dress: `送达方式：直接送达`, cells of a table, or label and value parted
 * by a blank alone (`送达方式 直接送达　送达地点 示例路1号`), with spaces inside the label. A value ends at the next known
 * label, the next cell or the line's end; one that begins on the next line is found there. `accepts` may turn down words
 * that are a label only in some places; `from` is where the value begins.
 */
export function labelsIn<Key extends string>(
  text: string,
  labels: Record<Key, readonly string[]>,
  accepts: (found: { key: Key; at: number; from: number }) => boolean = () => true,
): KnownField<Key>[] {
  const found = foundLabels(text, labels).filter(accepts);
  return found.flatMap(({ key, label, at, from }, index) => {
    const until = found[index + 1]?.at ?? text.length;
    const value = valueAfter(text, from, until, isHead(text, found, index));
    return value ? [{ key, label, at, until, ...value }] : [];
  });
}

/** What stands behind a label: a note in brackets, and then a colon or a blank. */
const TAIL = new RegExp(`${NOTE}(?:${GAP}[:：｜]|(?=[ \\u3000\\t\\n]|$))`, 'my');
const BEFORE = new Set('\t\n \u3000,;。，；、|）)');
const BLANKS = new Set(' \u3000');
const WIDEST_GAP = 6;

/** The labels by their words in full width, made once for each set. */
const keysOf = new WeakMap<object, { keyOf: Map<string, string>; longest: number }>();

function known(labels: Record<string, readonly string[]>): { keyOf: Map<string, string>; longest: number } {
  const made = keysOf.get(labels);
  if (made) return made;
  const words = Object.entries(labels).flatMap(([key, own]) =>
    own.map((label) => [fullWidth(label), key] as const),
  );
  const fresh = { keyOf: new Map(words), longest: Math.max(0, ...words.map(([label]) => label.length)) };
  keysOf.set(labels, fresh);
  return fresh;
}

const fullWidth = (words: string) => words.replaceAll('(', '（').replaceAll(')', '）').replaceAll('/', '／');

/** Of the labels that begin at a place the longest one that is followed like a label; then on behind it. */
function foundLabels<Key extends string>(text: string, labels: Record<Key, readonly string[]>): Found<Key>[] {
  const { keyOf, longest } = known(labels);
  const found: Found<Key>[] = [];
  let at = 0;
  while (at < text.length) {
    const label = at === 0 || BEFORE.has(text[at - 1]!) ? labelAt(text, at, keyOf, longest) : undefined;
    if (label) found.push({ ...label, key: label.key as Key, at });
    at = label ? Math.max(label.from, at + 1) : at + 1;
  }
  return found;
}

function labelAt(text: string, at: number, keyOf: Map<string, string>, longest: number) {
  let words = '';
  let best: { key: string; label: string; from: number } | undefined;
  let gap = 0;
  for (let next = at; next < text.length && words.length < longest; next += 1) {
    const sign = text[next]!;
    if (BLANKS.has(sign)) {
      gap += 1;
      if (words === '' || gap > WIDEST_GAP) break;
      continue;
    }
    gap = 0;
    words += fullWidth(sign);
    const key = keyOf.get(words);
    if (key === undefined) continue;
    TAIL.lastIndex = next + 1;
    if (!TAIL.test(text)) continue;
    best = { key, label: words.replaceAll('（', '(').replaceAll('）', ')'), from: TAIL.lastIndex };
  }
  return best;
}

/** The last cell of a row of labels alone: its values stand below it, not on the next line. */
function isHead(text: string, found: readonly { at: number; from: number }[], index: number): boolean {
  const own = found[index]!;
  const before = found[index - 1];
  const between = before && text.slice(before.from, own.at);
  return between !== undefined && between.trim() === '' && !between.includes('\n');
}

function valueAfter(text: string, from: number, until: number, head: boolean) {
  const rest = text.slice(from, until);
  const lead = /^[ \u3000\t]*/.exec(rest)![0];
  const turned = /^[ \u3000\t]*\n[ \u3000]*/.exec(rest)?.[0];
  if (turned && head) return undefined;
  const begin = from + (turned ?? lead).length;
  const line = /^[^\n\t]*/.exec(text.slice(begin, until))![0];
  const value = line.trim().replace(/[，,；;、\s]+$/, '');
  if (BLANK.test(value)) return undefined;
  const start = begin + line.indexOf(value);
  return { value, start, end: start + value.length };
}

/**
 * The rows of tables whose first row names the columns by known labels: for each row its cells by key. A row has as many
 * cells as the head.
 */
export function labelledRows<Key extends string>(
  text: string,
  labels: Record<Key, readonly string[]>,
  guess: (head: string) => Key | undefined = () => undefined,
): Partial<Record<Key, { value: string; start: number; end: number }>>[] {
  const keyOf = new Map(
    (Object.entries(labels) as [Key, readonly string[]][]).flatMap(([key, own]) =>
      own.map((label) => [label, key] as const),
    ),
  );
  const rows: Partial<Record<Key, { value: string; start: number; end: number }>>[] = [];
  let head: (Key | undefined)[] | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const cells = cellsOf(line, at);
    at += line.length + 1;
    const keys = cells.map(({ value }) => {
      const words = value.replace(/\s|[（(][^（）()]*[)）]$/g, '');
      return (
        keyOf.get(words) ?? (words.length <= LONGEST_HEAD && !/\d/.test(words) ? guess(words) : undefined)
      );
    });
    if (cells.length > 1 && keys.filter(Boolean).length > cells.length / 2) head = keys;
    else if (head?.length === cells.length) {
      const row: (typeof rows)[number] = {};
      for (const [index, cell] of cells.entries()) {
        const key = head[index];
        if (key && !BLANK.test(cell.value)) row[key] ??= cell;
      }
      rows.push(row);
    } else head = undefined;
  }
  return rows;
}

function cellsOf(line: string, at: number): { value: string; start: number; end: number }[] {
  let from = at;
  return line.split('\t').map((words) => {
    const value = words.trim();
    const start = from + words.indexOf(value);
    from += words.length + 1;
    return { value, start, end: start + value.length };
  });
}
