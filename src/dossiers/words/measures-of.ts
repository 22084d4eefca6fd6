import type { CompulsionKind } from '../../cases/compulsion.ts';
import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import type { Paper, Span } from '../paper.ts';
import { plainView } from './plain-view.ts';
import { signatureIn } from './signature-in.ts';
import { withoutQuotes } from './without-quotes.ts';

/** 暂扣车辆 is 扣押 of another name; 暂扣许可证 is a penalty. */
const MEASURE = '(?:查封|扣押|封存|(?:暂扣|扣留)(?![^，,。；;\\n]{0,14}(?:许可|执照|资质|资格|驾驶证|证照)))';
const SEALING = /查封|封存/;
const TITLE = new RegExp(`${MEASURE}|强制措施`);

/** A paper whose title is not known has only its first line. */
const titleOf = ({ kind, title, text }: Paper) =>
  ((kind === 'other' ? /^\s*([^\n]{0,40})/.exec(text)?.[1] : title) || text.slice(0, 40)).replaceAll(
    /\s/g,
    '',
  );

/** Whether the paper is one about a measure by its title, whatever kind it was taken for. */
export function dealsWithMeasure(paper: Paper): boolean {
  return (
    paper.kind === 'seizure-decision' || (TITLE.test(titleOf(paper)) && !/登记保存/.test(titleOf(paper)))
  );
}

export const isMeasureForm = (paper: Paper) => /(?:审批|呈批|报批|批准)/.test(titleOf(paper));
export const isExtension = (paper: Paper) =>
  dealsWithMeasure(paper) && /延长|延期/.test(titleOf(paper)) && !isMeasureForm(paper);
export const isRelease = (paper: Paper) =>
  dealsWithMeasure(paper) && /解除|返还|退还|发还/.test(titleOf(paper)) && !isMeasureForm(paper);

const kept = new WeakMap<readonly Paper[], readonly Paper[]>();

/**
 * The papers by which measures were taken: their decisions, without one their lists, without those the record that
 * tells of the measure.
 */
export function measuresOf(dossier: readonly Paper[]): readonly Paper[] {
  const known = kept.get(dossier);
  if (known) return known;
  const own = dossier.filter(
    (paper) =>
      paper.kind === 'seizure-decision' &&
      !paper.sameAs &&
      !isExtension(paper) &&
      !isRelease(paper) &&
      !isMeasureForm(paper) &&
      !/处理|延长|笔录|回执|审批/.test(titleOf(paper)),
  );
  const decided = own.filter((paper) => !/清单/.test(titleOf(paper)));
  const recorded = () =>
    dossier
      .filter((paper) => paper.kind === 'inspection-record' && !paper.sameAs && measureKind(paper))
      .slice(0, 1);
  const found = decided.length > 0 ? decided : own.length > 0 ? own.slice(0, 1) : recorded();
  kept.set(dossier, found);
  return found;
}

const DONE = new RegExp(
  `(?:予以|实施|采取|进行|依法|当场|现场|先行|决定|对(?:你|该|上述|涉案|下列)[^。；;\\n]{0,40})(?:了)?[^。；;，,、\\n]{0,12}?(${MEASURE})(?!的?(?:清单|物品|财物|期限|决定书|场所|地点|期间|届满))`,
  'g',
);
/** Somebody else's measure, or none: 未予查封, 被公安机关扣押, 拟扣押. */
const NOT_DONE =
  /(?:未|不|没有|拟|建议|申请|可以|有权|应当|曾|被|公安|法院|海关|先行登记)[^。；;，,\n]{0,14}$/;

/** 查封 or 扣押, with the words that say it was done. A title says it of a decision. */
export function measureKind(paper: Paper): ({ value: CompulsionKind } & Span) | undefined {
  const text = withoutQuotes(paper.text);
  const done = [...text.matchAll(DONE)].find(({ 0: words, index }) => {
    const before = /[^。；;，,\n]*$/.exec(text.slice(0, index))?.[0] ?? '';
    return !NOT_DONE.test(`${before}${words.slice(0, words.length - 2)}`);
  });
  // 行政强制措施凭证 names the measure in its text alone.
  const named = paper.kind === 'seizure-decision' ? new RegExp(MEASURE).exec(text) : null;
  const match = done ?? named;
  if (!match) return undefined;
  const word = done ? done[1]! : match[0];
  const start = match.index + match[0].length - word.length;
  return { value: SEALING.test(word) ? 'sealing' : 'seizure', start, end: start + word.length };
}

/** From which day the measure stands: 自2024年7月2日起, 期限：2024年7月2日至……, else the day of the paper or of the act. */
export function takenOn(paper: Paper): ({ day: Day } & Span) | undefined {
  const { text } = paper;
  const days = daysIn(text).filter(({ relative }) => !relative);
  const from = days.find(
    ({ start, end }) =>
      (/^[ 　]*(?:\d{1,2}[时:：点]\d{0,2}分?)?[ 　]*起/.test(text.slice(end, end + 10)) &&
        /[自从于][ 　]*$/.test(text.slice(Math.max(0, start - 3), start))) ||
      (/^[ 　]*(?:起)?[ 　]*(?:至|到|[-—~～])/.test(text.slice(end, end + 6)) &&
        /(?:期限|期间|时间|为|自)[ 　:：\t为自从]*$/.test(text.slice(Math.max(0, start - 8), start))),
  );
  if (from) return from;
  return paper.kind === 'inspection-record' ? days[0] : signatureIn(plainView(text)).day;
}

/** The last day that the decision itself names: 至2024年7月31日止. */
export function keptUntil(paper: Paper): Day | undefined {
  const from = takenOn(paper);
  const days = daysIn(paper.text);
  // 至7月31日 begins with its 至.
  const until = days.find(
    ({ start }) =>
      from !== undefined &&
      start >= from.end &&
      /^[ 　]*起?[ 　]*(?:至|到|[-—~～]+)[ 　]*$/.test(
        paper.text.slice(from.end, /^[至到]/.test(paper.text.slice(start)) ? start + 1 : start),
      ),
  );
  return until?.day;
}
