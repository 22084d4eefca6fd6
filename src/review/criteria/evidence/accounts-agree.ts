import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseDay } from '../../../law/dates.ts';
import { daysIn } from '../../../law/days-in.ts';
import { fen, yuan } from '../../../law/money.ts';
import { type Answer, notMet, unclear } from '../../rules/rule.ts';
import { changedFigures } from '../../words/changed-figures.ts';
import { changedInCopy } from '../../words/changed-in-copy.ts';
import { explainedLater } from '../../words/explained-later.ts';
import { fewerOnList } from '../../words/fewer-on-list.ts';
import { figuresInContext, marksInContext } from '../../words/figures-in-context.ts';
import { leftOtherwise } from '../../words/left-otherwise.ts';
import { measuredOtherwise } from '../../words/measured-otherwise.ts';
import { miscountedSales } from '../../words/miscounted-sales.ts';
import { miscountedTable } from '../../words/miscounted-table.ts';
import { misplacedSpots } from '../../words/misplaced-spots.ts';
import { misstatedCounts } from '../../words/misstated-counts.ts';
import { misstatedGoods } from '../../words/misstated-goods.ts';
import { misstatedHeads } from '../../words/misstated-heads.ts';
import { misstatedPart } from '../../words/misstated-part.ts';
import { misstatedSmallCounts } from '../../words/misstated-small-counts.ts';
import { modelsInContext } from '../../words/models-in-context.ts';
import { uncorrectedTold } from '../../words/uncorrected-told.ts';

/** Accounts of the act that were written before the decision, by officers or before them, and what they told the party. */
const ACCOUNTS: PaperKind[] = ['inspection-record', 'interview-record', 'closing-report', 'prior-notice'];
/** Whoever is heard may be mistaken, and goods may have gone since; so one account alone shows nothing. */
const SEVERAL = 2;

/** What the decision finds beside what records and the report on the investigation tell: figures, and the day of the inspection. */
export function accountsAgree(file: CaseFile): Answer[] {
  return [
    ...figures(file),
    ...counts(file),
    ...inContext(file),
    ...onList(file),
    ...sales(file),
    ...tables(file),
    ...spots(file),
    ...inspectionDay(file),
    ...afterwards(file),
  ];
}

interface Difference {
  title: string;
  path: string;
  what: string;
  told: string;
  found: string;
}

/** Figures of one name and unit that several accounts give alike and the decision otherwise. */
function figures(file: CaseFile): Answer[] {
  const { violation, papers = [] } = file;
  const { facts } = violation;
  if (!facts) return [];
  const differing = papers.flatMap(({ kind, title, text }, index): Difference[] =>
    text && ACCOUNTS.includes(kind)
      ? changedFigures(text, facts).map((one) => ({ ...one, title, path: `papers.${index}.text` }))
      : [],
  );
  return [...new Set(differing.map(({ what, found }) => `${what}${found}`))].flatMap((name): Answer[] => {
    const own = differing.filter(({ what, found }) => `${what}${found}` === name);
    const [first] = own;
    const agreed = own.filter(({ told }) => told === first?.told);
    if (!first || agreed.length < SEVERAL || agreed.length < own.length) return [];
    if (explainedLater(file, first.found)) return [];
    const titles = agreed.map(({ title }) => `《${title}》`).join('、');
    return [
      notMet(`${titles}载明的${first.what}都是${first.told}，决定认定的是${first.found}，没有说明。`, [
        ...agreed.map(({ path }) => path),
        'violation.facts',
      ]),
    ];
  });
}

/** 1280笔 in two pieces of evidence, 1820笔 in the facts: a count nobody took down. */
function counts(file: CaseFile): Answer[] {
  const longer = [...misstatedCounts(file), ...misstatedSmallCounts(file)];
  const goods = misstatedGoods(file).filter(
    ({ told, found }) => !longer.some((one) => one.told.endsWith(told)) && !explainedLater(file, found),
  );
  const heads = misstatedHeads(file).filter(
    ({ found }) => ![...longer, ...goods].some((one) => one.found === found) && !explainedLater(file, found),
  );
  const parts = misstatedPart(file);
  const measures = measuredOtherwise(file).filter(
    ({ found }) => ![...longer, ...goods].some((one) => one.found === found),
  );
  return [
    ...measures.map(({ told, found, papers }) =>
      notMet(`${titlesOf(file, papers)}载明的都是${told}，决定认定的是${found}，没有说明为什么不同。`, [
        ...papers.map((index) => `papers.${index}.text`),
        'violation.facts',
      ]),
    ),
    ...[...longer, ...goods, ...heads, ...parts].map(({ told, found, papers }) => {
      return notMet(
        `${titlesOf(file, papers)}载明的都是${told}，决定认定的是${found}，没有证据载明这一数字，也没有说明。`,
        [...papers.map((index) => `papers.${index}.text`), 'violation.facts'],
      );
    }),
  ];
}

const titlesOf = ({ papers = [] }: CaseFile, indices: readonly number[]) =>
  indices.map((index) => `《${papers[index]?.title ?? ''}》`).join('、');

function onList(file: CaseFile): Answer[] {
  const found = fewerOnList(file);
  if (!found || explainedLater(file, `${found.counted}名`)) return [];
  const { index, listed, counted } = found;
  const title = file.papers?.[index]?.title ?? '';
  return [
    notMet(`《${title}》载明共${listed}人，决定认定的是${counted}人，没有说明。`, [
      `papers.${index}.text`,
      'violation.facts',
    ]),
  ];
}

/** The floor or the side where it was found. */
function spots(file: CaseFile): Answer[] {
  return misplacedSpots(file).map(({ found, seen, papers, decision }) => {
    return notMet(
      `${titlesOf(file, papers)}载明的位置都是“${seen.words}”，决定认定的是“${found.words}”，没有说明。`,
      [...papers.map((index) => `papers.${index}.text`), `papers.${decision}.text`],
    );
  });
}

/** What is worked out and does not come out. */
function sales(file: CaseFile): Answer[] {
  return miscountedSales(file).map(({ title, quote, due, unit, path }) => {
    const sum =
      unit === '元'
        ? yuan(fen(due.toFixed(2)))
        : `${due < 1 ? Number(due.toPrecision(3)) : Number(due.toFixed(2))}${unit}`;
    return notMet(`《${title}》写“${quote}”，按所写的数应为${sum}，前后不一致。`, [path]);
  });
}

/** The sum that the case rests on is the total of a table whose rows make another; gains have a rule of their own. */
function tables(file: CaseFile): Answer[] {
  return Object.entries(file.violation.amounts ?? {}).flatMap(([base, amount]): Answer[] => {
    const table = base === 'gains' || !amount?.yuan ? undefined : miscountedTable(file, fen(amount.yuan));
    return table
      ? [
          notMet(
            `《${table.title}》的合计为${yuan(fen(amount!.yuan))}，各行相加为${yuan(table.counted)}，案卷按这一合计认定。`,
            [table.path, `violation.amounts.${base}.yuan`],
          ),
        ]
      : [];
  });
}

/** The same words with another number in them. */
function inContext(file: CaseFile): Answer[] {
  const known = figuresInContext(file);
  const copied = changedInCopy(file).filter(
    ({ told, saidHere }) =>
      !known.some(
        (one) => one.told === told && (saidHere.includes(one.saidHere) || one.saidHere.includes(saidHere)),
      ),
  );
  const changed = [...known, ...copied].filter(
    ({ saidHere }) =>
      !explainedLater(file, saidHere) && !explainedLater(file, saidHere.replace(/(\d\D)\D*$/, '$1')),
  );
  return [...changed, ...marksInContext(file), ...modelsInContext(file)].map(
    ({ told, found, saidThere, saidHere }) => {
      const [there, here] = [told, found].map((index) => file.papers?.[index]?.title ?? '');
      return notMet(`《${there}》载明“${saidThere}”，《${here}》载明“${saidHere}”，没有说明。`, [
        `papers.${told}.text`,
        `papers.${found}.text`,
      ]);
    },
  );
}

/** What was left, and whether it was put right in time, in the record of it and in what it is said to show. */
function afterwards(file: CaseFile): Answer[] {
  const titleOf = (index: number) => file.papers?.[index]?.title ?? '';
  const uncorrected = uncorrectedTold(file);
  return [
    ...leftOtherwise(file).map(({ evidence, paper, told, found }) =>
      notMet(`《${titleOf(paper)}》载明“${told}”，却写作证明“${found}”，前后不一致。`, [
        `papers.${paper}.text`,
        `evidence.${evidence}.proves`,
      ]),
    ),
    ...(uncorrected
      ? [
          notMet(
            `《${titleOf(uncorrected.record)}》载明“${uncorrected.told}”，《${titleOf(uncorrected.decision)}》却写“${uncorrected.found}”，前后不一致。`,
            [`papers.${uncorrected.record}.text`, `papers.${uncorrected.decision}.text`],
          ),
        ]
      : []),
  ];
}

const INSPECTED =
  /^(?:\d{1,2}[时:点][\d分]*(?:许)?)?,?(?:本[局机]关?|我[局队]|本大队|我大队)?(?:的)?(?:行政)?执法人员[^。;\n]{0,40}?(?:现场|监督|执法|依法)?检查(?!复查)/;
const AGAIN = /复查|再次|回访|复检|后续|第[二三]次/;

/** The one inspection that the decision dates beside the one record of an inspection. */
function inspectionDay({ acts = [], papers = [] }: CaseFile): Answer[] {
  const inspections = acts.flatMap(({ kind, date, startedAt }, index) =>
    kind === 'inspection' ? [{ day: date ?? startedAt?.slice(0, 10), path: `acts.${index}` }] : [],
  );
  const index = papers.findIndex(({ kind }) => kind === 'decision' || kind === 'no-penalty-decision');
  const text = papers[index]?.text?.normalize('NFKC').replaceAll(/[ \u3000]/g, '') ?? '';
  const told = daysIn(text).filter(({ end, relative }) => {
    const after = text.slice(end, end + 80);
    return !relative && INSPECTED.test(after) && !AGAIN.test(INSPECTED.exec(after)?.[0] ?? '');
  });
  const [inspection, ...others] = inspections;
  const [mention] = told;
  if (!inspection?.day || others.length > 0 || !mention) return [];
  if (told.some(({ day }) => day !== mention.day) || mention.day === inspection.day) return [];
  const paths = [`papers.${index}.text`, inspection.path];
  const found = `决定书写明${chineseDay(mention.day)}检查，检查笔录为${chineseDay(inspection.day)}`;
  const parts = mention.day.split('-').filter((part, at) => part !== inspection.day?.split('-')[at]);
  return parts.length === 1
    ? [notMet(`${found}，没有说明。`, paths)]
    : [unclear(`${found}，是否为同一次检查没有说明。`, ['决定书写明的检查日期与检查笔录不同'], paths)];
}
