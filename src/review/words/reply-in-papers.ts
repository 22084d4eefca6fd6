import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';

/** In which the agency deals with what the party said. */
const REPLIES: PaperKind[] = [
  'defence-record',
  'decision',
  'closing-report',
  'review-opinion',
  'decision-approval',
  'discussion-minutes',
];
const DEALT_WITH =
  /采纳|采信|(?:不|能|理由)成立|(?:不予|予以)(?:支持|认可|考虑|认定)|(?:复核|核查|核实|审查)后?(?:认为|查明|确认)|(?:已|一并|综合|酌情)(?:予以|经|作|充分)?考虑|已予体现|不能作为|不属于|不影响/;
/** What the party itself hopes for. */
const ASKED = /(?:请|望|恳请|希望|要求|申请|盼)[^，。；]{0,12}(?:采纳|考虑|支持|核实)/;
/** Written before the party is told of its right: it may weigh what the party said then, not the defence. */
const BEFORE: PaperKind = 'closing-report';
/** 综合考虑违法情节 alone deals with no defence. */
const OF_DEFENCE =
  /陈述|申辩|辩称|辩解|听证|(?:当事人|你(?:店|单位|公司)?)[^，。；]{0,6}提出|主张|请求|诉求|(?:当事人|其|该|上述|你(?:店|单位|公司))的?(?:意见|理由|说法|要求)/;
/** Nobody tells one point from another by these. */
const COMMON =
  /当事人|行政处|政处罚|陈述申|述申辩|处罚款|违法行|法行为|有限公|限公司|我公司|我单位|请求从|本公司/;
const SHARED = 2;
const YEAR = /^20\d{2}$/;

/**
 * The words in which a paper of the agency deals with a point of the party's defence: they name a figure of the point or
 * several of its words; to the `only` point any reply is one.
 */
export function replyInPapers(
  point: string,
  papers: NonNullable<CaseFile['papers']>,
  only: boolean,
): { words: string; path: string } | undefined {
  const figures = figuresIn(point);
  const words = wordsIn(point);
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !REPLIES.includes(kind)) continue;
    const found = text.split(/\n/).find((line) => {
      if (!DEALT_WITH.test(line) || ASKED.test(line) || line.includes(point)) return false;
      const named = wordsIn(line);
      return (
        (only &&
          kind !== BEFORE &&
          line.split(/[。；]/).some((one) => DEALT_WITH.test(one) && OF_DEFENCE.test(one))) ||
        [...figuresIn(line)].some((one) => figures.has(one)) ||
        [...words].filter((one) => named.has(one)).length >= SHARED
      );
    });
    if (found) return { words: found.trim(), path: `papers.${index}.text` };
  }
  return undefined;
}

/** Numbers of two digits and more that are no years, as numbers: 858.6 and 858.60 are one. */
const figuresIn = (text: string) =>
  new Set(
    [...text.normalize('NFKC').matchAll(/\d[\d,]*(?:\.\d+)?/g)]
      .map(([digits]) => digits.replaceAll(',', ''))
      .filter((digits) => digits.length > 1 && !YEAR.test(digits))
      .map(Number),
  );

const wordsIn = (text: string) =>
  new Set(
    [...text.matchAll(/[\u4e00-\u9fa5]+/g)].flatMap(([run]) =>
      [...run].flatMap((_, at) => {
        const word = run.slice(at, at + 3);
        return word.length === 3 && !COMMON.test(word) ? [word] : [];
      }),
    ),
  );
