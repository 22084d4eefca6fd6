import type { CaseFile } from '../../cases/case-file.ts';
import { readNumeral } from '../../corpus/citations/read-numeral.ts';
import type { Day } from '../../law/dates.ts';
import { decisionText } from './penalty-decision.ts';

export interface OwnPeriod {
  /** The short title. */
  law: string;
  days?: number;
  months?: number;
  /** The last day on which its text said so. */
  until?: Day;
  /** Words of the decision without which the law's own period does not reach it. */
  only?: RegExp;
}

/** Laws that set a period of their own for a suit against a penalty (行政诉讼法 46: 法律另有规定的除外). */
const OWN_PERIODS: readonly OwnPeriod[] = [
  { law: '计量法', days: 15 },
  { law: '烟草专卖法', days: 15 },
  { law: '注册会计师法', days: 15 },
  { law: '矿山安全法', days: 15 },
  { law: '进出境动植物检疫法', days: 15 },
  { law: '土地管理法', days: 15, only: /拆除/ },
  { law: '专利法', days: 15, only: /侵权/ },
  { law: '国境卫生检疫法', days: 15, until: '2024-12-31' },
  { law: '环境保护法', days: 15, until: '2014-12-31' },
  { law: '著作权法', months: 3, until: '2021-05-31' },
];

const NUMBER = '(\\d+|[一二三四五六七八九十]+)';
/** A period for litigation told in days or years: the general one is in months. */
const OTHER_PERIOD = new RegExp(
  `${NUMBER}个?(?:工作)?(日|天|年)(?:以)?内[^，。；\\n]{0,16}向[^，。；\\n]{0,24}法院[^，。；\\n]{0,8}(?:提起|起诉|提出)`,
);
/** 向某法院起诉，期限为十五日. */
const PERIOD_BEHIND = new RegExp(
  `法院[^，。；\\n]{0,8}(?:起诉|诉讼)[，,、（(]?[^，。；\\n]{0,6}期限[为是：:]?${NUMBER}个?(日|天|年)`,
);
const AFTER_RECONSIDERATION = /复议决定|复议期满|逾期不作/;
const CITED = /《([^《》]{2,30})》(?:（[^（）]{1,16}）)?第[一二三四五六七八九十百\d]+条/g;
const GENERAL = /行政诉讼法|行政复议法|行政处罚法/;

/** A period for a suit in days or years as the decision tells it, and the law that it names for it. */
export interface ToldSuitPeriod {
  words: string;
  days?: number;
  named?: string;
}

export function toldSuitPeriod(file: CaseFile): ToldSuitPeriod | undefined {
  for (const sentence of (decisionText(file) ?? '').split(/[。；\n]/)) {
    if (AFTER_RECONSIDERATION.test(sentence)) continue;
    const told = OTHER_PERIOD.exec(sentence) ?? PERIOD_BEHIND.exec(sentence);
    if (!told) continue;
    const named = [...sentence.matchAll(CITED)].map(([, law]) => law!).find((law) => !GENERAL.test(law));
    const days = told[2] === '年' ? undefined : readNumeral(told[1]!);
    return { words: told[0], ...(days ? { days } : {}), ...(named ? { named } : {}) };
  }
  return undefined;
}

/** The special law under which the decision stands, where it sets a period of its own for a suit. */
export function ownSuitPeriod(file: CaseFile): OwnPeriod | undefined {
  const text = decisionText(file) ?? '';
  const laws = [
    ...(file.provisions?.breached ?? []),
    ...(file.provisions?.punishing ?? []),
    ...(file.provisions?.alsoPunishing ?? []),
  ].map(({ law }) => law);
  return OWN_PERIODS.find(({ law, until, only }) => {
    if (until && !(file.decision?.date && file.decision.date <= until)) return false;
    if (only && !only.test(text)) return false;
    const title = new RegExp(`^(?:中华人民共和国)?${law}(?:实施细则|实施条例|实施办法)?$`);
    return (
      laws.some((one) => title.test(one)) ||
      [...text.matchAll(CITED)].some(([, cited]) => title.test(cited!.replaceAll(/\s/g, '')))
    );
  });
}
