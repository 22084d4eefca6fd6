import { citationText } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import { REVISED_ON } from '../law/revised-on.ts';

const LAW = '中华人民共和国行政处罚法';
const AMENDED_ON: Day = '2018-01-01';

interface Place {
  article: string;
  paragraph?: number;
  item?: number;
}

/** Places of the text of 2021 in the former ones, as `article.paragraph.item`; 2018 only the numbers of the norm were touched. */
const FORMER: Record<string, Place | undefined> = {
  '28.1': { article: '23' },
  '30': { article: '25' },
  '31': { article: '26' },
  '32.1.1': { article: '27', paragraph: 1, item: 1 },
  '32.1.2': { article: '27', paragraph: 1, item: 2 },
  // Not named there: whatever else is lawful.
  '32.1.3': { article: '27', paragraph: 1, item: 4 },
  '32.1.4': { article: '27', paragraph: 1, item: 3 },
  '32.1.5': { article: '27', paragraph: 1, item: 4 },
  '33.1': { article: '27', paragraph: 2 },
};

/**
 * A place of 行政处罚法 (2021) as a decision of the day cites it; a day before the text of 2021 finds it in the former one, where that
 * has it. Without a day the decision is still to come. Procedure follows the day of the step (RULES 7(3)).
 */
export function penaltyLawPlace(place: Place, decidedOn: Day | undefined): string {
  const former =
    decidedOn && decidedOn < REVISED_ON
      ? FORMER[[place.article, place.paragraph, place.item].filter((part) => part !== undefined).join('.')]
      : undefined;
  if (!former) return citationText({ law: LAW, ...place });
  const text = decidedOn! >= AMENDED_ON ? '2017年修正' : '2017年修正前';
  return citationText({ law: LAW, ...former }).replace('》', `》（${text}）`);
}

/** 从旧兼从轻: 行政处罚法 37; before the text of 2021 the general rule of 立法法. */
export function oldAndNewPlace(decidedOn: Day | undefined): string {
  if (!decidedOn || decidedOn >= REVISED_ON) return citationText({ law: LAW, article: '37' });
  return decidedOn >= '2015-03-15'
    ? '《中华人民共和国立法法》（2015年修正）第九十三条'
    : '《中华人民共和国立法法》第八十四条';
}
