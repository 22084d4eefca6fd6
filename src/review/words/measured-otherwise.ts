import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import { plainText } from './denied-words.ts';
import { explainedLater } from './explained-later.ts';

export interface MeasuredOtherwise {
  /** As numbers with their unit: 3.4亩. */
  told: string;
  found: string;
  /** Positions of the papers that tell it. */
  papers: number[];
}

const SEEN: PaperKind[] = ['inspection-record', 'interview-record', 'photograph', 'documentary-evidence'];
const DIGITS = '[〇零一二两三四五六七八九十百千万]+';
const MEASURE = new RegExp(
  String.raw`(?<![\d.,第])(?<number>\d+(?:,\d{3})*(?:\.\d+)?|${DIGITS})(?<unit>公顷|亩|平方米|立方米|公里|吨)(?:(?<tenth>[一二三四五六七八九])分)?(?!以[上下内外]|[/每])`,
  'gu',
);
/** A look that was to be followed by a better one, and one that was put right. */
const ROUGH =
  /初步|初测|目测|步测|估[算测计]|粗[略测]|暂[定按]|以[^,。;\n]{0,16}(?:为准|测量|鉴定|勘测)|误差|偏差|差异|不一致|出入/;
/** 约2.1亩 and 2.2亩 are one measure. */
const APART = 0.1;

/**
 * A measure of which the facts and the decision know one alone (2.1亩), where the record of the inspection and another piece
 * of evidence agree on another one (3.4亩, 三亩四分) that nobody takes up or explains.
 */
export function measuredOtherwise(file: CaseFile): MeasuredOtherwise[] {
  const { violation, papers = [] } = file;
  const decided = papers.flatMap(({ kind, text }) => (text && kind === 'decision' ? [text] : []));
  const ours = [...(violation.facts ? [violation.facts] : []), ...decided].flatMap(measuresIn);
  const seen = papers.flatMap(({ kind, text }, index) =>
    text && SEEN.includes(kind) ? [{ kind, index, text: plainText(text), measures: measuresIn(text) }] : [],
  );
  return [...new Set(ours.map(({ unit }) => unit))].flatMap((unit): MeasuredOtherwise[] => {
    const found = only(ours, unit);
    if (found === undefined) return [];
    const others = seen.flatMap(({ kind, index, text, measures }) => {
      const value = only(measures, unit);
      return value === undefined ? [] : [{ kind, index, text, value }];
    });
    const record = others.find(({ kind }) => kind === 'inspection-record');
    if (!record || others.length < 2 || others.some(({ value }) => value !== record.value)) return [];
    const told = record.value;
    const apart = Math.abs(told - found) / Math.max(told, found) >= APART;
    // 约3亩 of whoever only looked is no measure.
    const exact = String(told).replace('.', '').replace(/0+$/, '').length > 1;
    const rough = others.some(({ text }) => ROUGH.test(text));
    // Who tells both knows of the difference.
    const both = papers.some(({ text }) => {
      const own = text ? measuresIn(text).filter((one) => one.unit === unit) : [];
      return [told, found].every((value) => own.some((one) => one.value === value));
    });
    return apart && exact && !rough && !both && !explainedLater(file, `${found}${unit}`)
      ? [{ told: `${told}${unit}`, found: `${found}${unit}`, papers: others.map(({ index }) => index) }]
      : [];
  });
}

type Measure = { value: number; unit: string };

/** The one value that a text has in the unit. */
function only(measures: readonly Measure[], unit: string): number | undefined {
  const values = new Set(measures.filter((one) => one.unit === unit).map(({ value }) => value));
  return values.size === 1 ? [...values][0] : undefined;
}

function measuresIn(text: string): Measure[] {
  return [...plainText(text).matchAll(MEASURE)].flatMap(({ groups }): Measure[] => {
    const number = groups!.number!;
    const whole = /\d/.test(number) ? Number(number.replaceAll(',', '')) : chineseValue(number);
    const value = whole + (groups!.tenth ? chineseValue(groups!.tenth) / 10 : 0);
    return Number.isFinite(value) && value > 0 ? [{ value, unit: groups!.unit! }] : [];
  });
}
