import { createHash } from 'node:crypto';
import { PAPER_KINDS } from '../../cases/paper-kinds.ts';
import type { FileText, HiddenText } from '../../files/file-text.ts';
import type { Paper } from '../paper.ts';
import { plainSigns } from '../words/plain-signs.ts';
import { cleanTitle } from './clean-title.ts';
import { fileOrder } from './file-order.ts';
import { paperKindOf } from './paper-kind-of.ts';
import { paperStarts } from './paper-starts.ts';
import { withoutEarlierMatters } from './without-earlier-matters.ts';

type Part = Omit<Paper, 'id' | 'sameAs'>;

/** Below this many characters two papers with the same words are two empty forms rather than copies. */
const WORDS_OF_A_PAPER = 12;

/**
 * The papers of a dossier in its order: files by name as people count, in a file as they follow each other. The texts
 * of a file's papers joined are the file's text. `onFile` is told which file is being looked at.
 */
export function splitPapers(files: FileText[], onFile: (file: string) => void = () => {}): Paper[] {
  const parts = withoutEarlierMatters(
    [...files]
      .sort((a, b) => fileOrder(a.file, b.file))
      .flatMap((file) => {
        onFile(file.file);
        return partsOf(file);
      }),
  );
  const seen = new Map<string, string>();
  return parts.map((part, index) => {
    const id = `p${index + 1}`;
    const key = wordsOf(part);
    const sameAs = key === undefined ? undefined : seen.get(key);
    if (key !== undefined && sameAs === undefined) seen.set(key, id);
    return { id, ...part, ...(sameAs && { sameAs }) };
  });
}

function partsOf(file: FileText): Part[] {
  const plain = plainSigns(file.text);
  const starts = paperStarts({ ...file, text: plain });
  const parts = starts.map(({ start, title }, index): Part => {
    const end = starts[index + 1]?.start ?? file.text.length;
    const text = file.text.slice(start, end);
    // The name of a file with several papers says what none of them is.
    const name = starts.length === 1 ? file.file : '';
    const { kind } = paperKindOf(title?.title ?? '', plain.slice(start, end), name);
    const last = start + text.trimEnd().length - 1;
    return {
      file: file.file,
      kind,
      title: title?.title ?? (titleOfFile(name) || PAPER_KINDS[kind]),
      text,
      offset: start,
      pages: [pageAt(file, start), pageAt(file, Math.max(start, last))],
      sha256: file.sha256,
      ocr: file.ocr,
      hidden: [],
    };
  });
  for (const hidden of file.hidden) holderOf(parts, hidden)?.hidden.push(hidden);
  return parts;
}

function holderOf(parts: Part[], { page }: HiddenText): Part | undefined {
  const holder =
    page === undefined ? undefined : parts.find(({ pages }) => pages[0] <= page && page <= pages[1]);
  return holder ?? parts[0];
}

/** Counted from 1. */
function pageAt({ pages }: FileText, offset: number): number {
  let [low, high] = [0, pages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

function titleOfFile(file: string): string {
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.[A-Za-z0-9]{1,5}$/, '') ?? '';
  const title = cleanTitle(name);
  return /[\u4e00-\u9fa5]{2}/.test(title) ? title : '';
}

/** What two copies share: the words without spaces, signs and the mark of a copy; of a file without words, its bytes. */
function wordsOf({ text, sha256, offset }: Part): string | undefined {
  const words = text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .replace(/^(?:副本|复印件|第[一二三四]联|存根)+|(?:副本|复印件|第[一二三四]联|存根)+$/g, '');
  if (words.length === 0 && offset === 0) return sha256;
  return words.length < WORDS_OF_A_PAPER ? undefined : createHash('sha256').update(words).digest('hex');
}
