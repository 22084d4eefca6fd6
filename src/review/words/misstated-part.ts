import type { CaseFile } from '../../cases/case-file.ts';
import { EVIDENCE_PAPERS } from '../steps/evidence-papers.ts';
import type { MisstatedCount } from './misstated-counts.ts';

const UNIT = '(?:个人|名|人|位|个)';
/** 31名从业人员中有21名未经培训. */
const FOUND =
  /(?<![\d.])(?<whole>[1-9]\d{1,2})(?:名|人|个人|位)(?<who>[\p{sc=Han}]{0,8}?)[中里](?:,?(?:有|的|共有?|其中))?(?<part>[1-9]\d{0,2})(?:名|人|个人|位)/u;
const EXPLAINED =
  /(?:人数|名|人)[^。；\n]{0,40}(?:有误|误记|误写|漏记|更正|补正|重新核|再次核|进一步核|后经|后查|另查)|(?:另查明|补充调查|离职|辞职|退休)[^。；\n]{0,60}(?:人|名)/;

/**
 * Of a number of people the decision finds a part that no evidence has, where one account divides the same number
 * into two others that make it up: 一共31个人，19个有记录，12个没有 beside 31名从业人员中有21名. Only what adds up is sure.
 */
export function misstatedPart({ papers = [] }: CaseFile): MisstatedCount[] {
  const own = plain(papers.find(({ kind, text }) => kind === 'decision' && text)?.text);
  const found = FOUND.exec(own)?.groups;
  if (!found || papers.some(({ text }) => EXPLAINED.test(text ?? ''))) return [];
  const [whole, part] = [Number(found.whole), Number(found.part)];
  const evidence = papers.flatMap(({ kind, text }, index) =>
    text && EVIDENCE_PAPERS.includes(kind)
      ? [{ index, words: plain(text), counts: countsIn(plain(text)) }]
      : [],
  );
  const known = (number: number) =>
    evidence.some(
      ({ counts, words }) =>
        counts.has(number) || new RegExp(`(?<!\\d)${number}(?![\\d年月日时分元号])`).test(words),
    );
  if (part >= whole || known(part)) return [];
  const divided = evidence.flatMap(({ index, counts }) => {
    const pairs = counts.has(whole)
      ? [...counts].filter((one) => one < whole - one && one > 1 && counts.has(whole - one))
      : [];
    const [one] = pairs;
    return one !== undefined && pairs.length === 1 ? [{ index, one, other: whole - one }] : [];
  });
  const [first] = divided;
  if (!first || divided.some(({ one }) => one !== first.one)) return [];
  return [
    {
      told: `${whole}人中${first.one}人、${first.other}人`,
      found: `${whole}人中${part}人`,
      papers: divided.map(({ index }) => index),
    },
  ];
}

const plain = (text = '') => text.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');

const countsIn = (text: string) =>
  new Set(
    [
      ...text.matchAll(
        new RegExp(`(?<![\\d第.〔年])(?<number>[1-9]\\d{0,2})${UNIT}(?!月|小时|工作日|百分)`, 'g'),
      ),
    ].map(({ groups }) => Number(groups!.number)),
  );
