import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';

/** A number plate, the name of a ship or the number of a notice that one paper alone writes otherwise than the others. */
export interface DifferingMark {
  what: '车牌号' | '船名号' | '文号';
  paper: string;
  path: string;
  said: string;
  /** As the other papers have it. */
  due: string;
}

const PLATE = String.raw`[A-Z][·・.-]?(?=[A-Z0-9]{0,5}\d)[A-Z0-9]{5,6}(?![A-Z0-9])`;
const MARKS: [DifferingMark['what'], RegExp][] = [
  ['车牌号', new RegExp(`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼示]${PLATE}`, 'gu')],
  // Another sign before the letters is that of a plate where the words are of a vehicle.
  ['车牌号', new RegExp(`(?<=[车牌驾][^,。;\\n]{0,12})\\p{sc=Han}(?!GB|DB)${PLATE}`, 'gu')],
  ['船名号', /[\p{sc=Han}]{2}[渔货油](?:运|养|辅|挂)?\d{4,6}(?!\d)/gu],
  ['文号', /[\p{sc=Han}（）()]{2,16}告(?:字)?〔20\d{2}〕(?:第)?\d{1,5}号/gu],
];
/** Papers of the agency that repeat the numbers of others. */
const REPEATING: PaperKind[] = [
  'decision',
  'prior-notice',
  'closing-report',
  'decision-approval',
  'proof-of-service',
];
/** Records of what was found, in which another vehicle may stand by itself. */
const RECORDING: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'seizure-decision',
  'preservation-notice',
];
/** Two papers that agree are no slip of the pen. */
const SEVERAL = 2;
/** A record beside as many others, the decision among them, that all have one other mark. */
const MANY = 3;
const MOST_SIGNS = 2;

/**
 * 示A3K571 in the decision, where the record of the inspection and a copy of the licence have 示A3K517: a mark that no
 * other paper has, beside one of the same length and letters, other in one or two signs, that at least two others have.
 */
export function differingMarks({ papers = [] }: CaseFile): DifferingMark[] {
  const held = papers.map(({ text }) => marksIn(text ?? ''));
  const count = (mark: string) => held.filter((marks) => marks.has(mark)).length;
  const decided = new Set(
    papers.flatMap(({ kind }, index) => (kind === 'decision' ? [...held[index]!.keys()] : [])),
  );
  return papers.flatMap(({ kind, title }, index) => {
    const recording = RECORDING.includes(kind);
    if (!REPEATING.includes(kind) && !recording) return [];
    const own = held[index]!;
    const vehicles = [...own.values()].filter((what) => what !== '文号').length;
    // Of the numbers of papers only that of the notice is repeated by others in the same words.
    const noticed = kind === 'decision' || kind === 'decision-approval';
    return [...own].flatMap(([said, what]): DifferingMark[] => {
      if (count(said) > 1 || (what === '文号' && !noticed)) return [];
      if (recording && (vehicles > 1 || what === '文号')) return [];
      const [due] = [...new Set(held.flatMap((marks) => [...marks.keys()]))].filter(
        (other) =>
          !own.has(other) &&
          alike(said, other) &&
          count(other) >= (recording ? MANY : SEVERAL) &&
          (!recording || decided.has(other)),
      );
      return due ? [{ what, paper: title, path: `papers.${index}.text`, said, due }] : [];
    });
  });
}

function marksIn(text: string): Map<string, DifferingMark['what']> {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[ \u3000]/g, '')
    .replaceAll('[', '〔')
    .replaceAll(']', '〕');
  return new Map(
    MARKS.flatMap(([what, pattern]) =>
      [...plain.matchAll(pattern)].map(
        ([mark]) => [what === '文号' ? tail(mark) : mark.replace(/[·・.-]/, ''), what] as const,
      ),
    ),
  );
}

/** Without what stands before the number in a sentence: 送达沅环罚告〔2024〕12号. */
const tail = (mark: string) => {
  const [head = '', rest = ''] = mark.split('〔');
  return `${head.replaceAll(/[（）()]/g, '').slice(-3)}〔${rest}`;
};

function alike(one: string, other: string): boolean {
  if (one === other || one.length !== other.length) return false;
  const shape = (mark: string) => mark.replaceAll(/\d/g, '0');
  const signs = [...one].filter((sign, at) => sign !== other[at]).length;
  return shape(one) === shape(other) && signs <= MOST_SIGNS;
}
