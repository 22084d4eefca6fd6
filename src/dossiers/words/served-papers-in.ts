import type { Service } from '../../cases/case-file.ts';
import type { Paper, Span } from '../paper.ts';
import { kindOfTitle } from '../papers/kind-of-title.ts';
import { ownNumberIn } from './own-number-in.ts';
import { plainView } from './plain-view.ts';

/** A paper named as served, with its number where one stands by it. */
export interface ServedPaper {
  of: Service['of'];
  /** The words that name it: its title or, where none stands there, its number. */
  named: Span;
  number?: Span & { value: string };
}

const OF: Partial<Record<Paper['kind'], Service['of']>> = {
  'prior-notice': 'prior-notice',
  'hearing-right-notice': 'hearing-right-notice',
  'hearing-notice': 'hearing-notice',
  decision: 'decision',
  'no-penalty-decision': 'decision',
  'correction-order': 'correction-order',
};

const GAP = '[ \\u3000\\n]{0,4}';
const SIGN = '(?![书单])[\\p{sc=Han}A-Za-z]';
const DOCUMENT_NUMBER = `(?<=^|[书单函表录证告日出达发到的将》\\s:：、，,；;。（(【[“"和及与]|[)）])(?:[（(]\\p{sc=Han}{1,5}[)）])?(?![和及与、])(?:${SIGN}|[ \\u3000](?=\\p{sc=Han}|[〔[(（【])){1,16}(?:[（(]\\p{sc=Han}{1,5}[)）](?:${SIGN}){0,6})?${GAP}[〔[【（(［]${GAP}\\d{4}${GAP}[〕\\]】)）］]${GAP}第?${GAP}(?:\\p{sc=Han}{1,4}[-－]?)?[\\dA-Za-z]+(?:[-－—]\\d+)*(?![\\dA-Za-z年月日])(?:${GAP}号(?:[-－]\\d+)?)?|(?<=^|[\\s:：、，,；;。（(《》【书单函])[〔[【（(［]\\d{4}[〕\\]】)）］]\\p{sc=Han}{2,16}?(?:字)?第?\\d{1,8}号`;
const TITLE =
  '[\\p{sc=Han}（）() \\u3000]{2,40}?(?:书|通知单|告知单|告知笔录|清单|缴款单|票据|函)(?!面|记|房|证)';

/** The papers that some words name as served, in their order: titles with or without marks, before or behind a number. */
export function servedPapersIn(text: string, within: Span, dossier: readonly Paper[]): ServedPaper[] {
  const words = text.slice(within.start, within.end);
  const at = (match: RegExpMatchArray): Span & { value: string } => {
    const value = match[0].trim();
    const start = within.start + match.index! + match[0].indexOf(value);
    return { value, start, end: start + value.length };
  };
  const numbers = [...words.matchAll(new RegExp(DOCUMENT_NUMBER, 'gu'))].map(at).map(withoutVerb);
  const hidden = numbers.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start - within.start) + '\n'.repeat(end - start) + rest.slice(end - within.start),
    words,
  );
  const titles = [...hidden.matchAll(new RegExp(TITLE, 'gu'))].map(at).map((title) => withoutOpening(title));
  if (titles.length === 0) {
    return numbers.flatMap((number) => {
      const [kind] = kindsByNumber(number.value, dossier);
      const of = kind && OF[kind];
      return of ? [{ of, named: number, number }] : [];
    });
  }
  const first = numbers[0];
  const numberFirst = first !== undefined && first.start < titles[0]!.start;
  return titles.map((title, index): ServedPaper => {
    const [from, to] = numberFirst
      ? [titles[index - 1]?.end ?? within.start, title.start]
      : [title.end, titles[index + 1]?.start ?? within.end];
    const number = numbers.find(({ start, end }) => start >= from && end <= to);
    return { of: ofTitle(title.value, number?.value, dossier), named: title, ...(number ? { number } : {}) };
  });
}

/** 作出示市监罚〔2024〕1号, 告知笔录　示市监告〔2024〕1号: the number begins behind the verb or the title. */
function withoutVerb(number: Span & { value: string }): Span & { value: string } {
  const skip =
    /^.*(?:作出|送达|下达|制发|制作|出具|收到|发出|印发|(?:告知|宣告|谈话)笔录[ 　]*)(?:了|的)?/.exec(
      number.value,
    )?.[0].length ?? 0;
  return { value: number.value.slice(skip), start: number.start + skip, end: number.end };
}

function withoutOpening(title: Span & { value: string }): Span & { value: string } {
  const skip =
    /^(?:[）)\s、和及与]|(?:今|兹|现|已)?收到|.{2,30}(?:局|大队|支队|队|委员会|政府)(?:送达)?的(?=.)|送达|将|向.{2,30}(?=送达))+/.exec(
      title.value,
    )?.[0].length ?? 0;
  return { value: title.value.slice(skip), start: title.start + skip, end: title.end };
}

function ofTitle(title: string, number: string | undefined, dossier: readonly Paper[]): Service['of'] {
  if (/加处|催告|强制|扣押|查封|冻结|解除|登记保存|移送|缴款|票据|清单/.test(title)) return 'other';
  const kind = kindOfEnding(title);
  const own = kind && OF[kind];
  // 告知书 may be any notice, and one paper may be two: what the dossier has under that number or title tells.
  const known = [...kindsByNumber(number, dossier), ...kindsByTitle(title, dossier)];
  if (kind && known.includes(kind)) return own ?? 'other';
  const first = known[0] && OF[known[0]];
  const of = own && !(isNotice(own) && isNotice(first)) ? own : (first ?? own);
  if (of) return of;
  return /^违法行为通知书$/.test(title) ? 'prior-notice' : 'other';
}

const isNotice = (of: Service['of'] | undefined) => of === 'prior-notice' || of === 'hearing-right-notice';

/** The kind of a title; of a longer one (劳动保障监察限期改正指令书) that of the words it ends with. */
function kindOfEnding(title: string): Paper['kind'] | undefined {
  for (let skip = 0; skip + 4 < title.length; skip++) {
    const kind = kindOfTitle(title.slice(skip))?.kind;
    if (kind) return kind;
  }
  return undefined;
}

const plain = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[〔[【(]/g, '(')
    .replace(/[〕\]】)]/g, ')')
    .replace(/\s/g, '');

/** The kinds of the papers that bear the number as their own. */
function kindsByNumber(number: string | undefined, dossier: readonly Paper[]): Paper['kind'][] {
  if (number === undefined) return [];
  return dossier.flatMap(({ kind, text }) =>
    OF[kind] !== undefined && plain(ownNumberIn(plainView(text))?.number ?? '') === plain(number)
      ? [kind]
      : [],
  );
}

/** The kinds of the papers that have these words for a title. */
function kindsByTitle(title: string, dossier: readonly Paper[]): Paper['kind'][] {
  return dossier.flatMap((paper) =>
    OF[paper.kind] !== undefined && paper.title && plain(paper.title).endsWith(plain(title))
      ? [paper.kind]
      : [],
  );
}

export { OF as SERVED_KINDS };
