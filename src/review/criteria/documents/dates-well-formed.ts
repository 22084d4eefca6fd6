import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { dateFaults } from '../../../law/date-faults.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

type Paper = NonNullable<CaseFile['papers']>[number];

/** The papers that go out to the party under the agency's name. */
const FORMAL: PaperKind[] = [
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'decision',
  'no-penalty-decision',
];

/** Papers of others, whose dates stand as they were written. */
const FOREIGN: PaperKind[] = ['documentary-evidence', 'photograph', 'recording', 'source'];

/** So many faults are quoted; the others are counted. */
const SHOWN = 3;

export const datesWellFormed = rule({
  id: 'C7-12',
  criterion: 7,
  question: '告知书、决定书中的日期是否真实存在，并写成“2026年8月15日”的样式？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [
    { document: 'GB/T 9704-2012 第7.3.5.4条', gist: '成文日期用阿拉伯数字写全年、月、日，月、日不编虚位。' },
  ],
  reading:
    '样式只看送达当事人的告知书和决定书；不存在的日期，机关制作的材料都看；引用商品标签、证照的日期照原样，不审查。各步骤先后是否倒置由 C3-19 审查，本项不重复。',
  about: ({ file }) => {
    if (!file.papers)
      return unclear('需要核对文书中的日期，案卷没有材料。', ['告知书、决定书全文'], ['papers']);
    const formal = file.papers.flatMap((paper, index) =>
      FORMAL.includes(paper.kind) ? [{ paper, path: `papers.${index}` }] : [],
    );
    const others = file.papers.flatMap((paper, index) =>
      FORMAL.includes(paper.kind) || FOREIGN.includes(paper.kind)
        ? []
        : impossibleIn(paper, `papers.${index}`),
    );
    return formal.length + others.length > 0
      ? { formal, others }
      : notApplicable('卷内还没有告知书和决定书。', ['papers']);
  },
  decide: ({ formal, others }) => {
    const answers = [...formal.map(({ paper, path }) => judge(paper, path)), ...others];
    return combine(answers, answers[0]!);
  },
});

/** A day that does not exist is wrong in any paper of the agency. */
function impossibleIn({ title, text }: Paper, path: string): Answer[] {
  const faults = dateFaults(text ?? '').filter(({ fault }) => fault === 'impossible');
  const quotes = [...new Set(faults.map(({ quote }) => quote))].slice(0, SHOWN);
  return quotes.length > 0
    ? [notMet(`《${title}》中“${quotes.join('”“')}”不是存在的日期。`, [`${path}.text`])]
    : [];
}

function judge({ title, text }: Paper, path: string): Answer {
  const paths = [`${path}.text`];
  if (!text) return unclear(`《${title}》没有全文，日期不能核对。`, [`《${title}》全文`], paths);
  const faults = dateFaults(text);
  const quotes = (fault: 'impossible' | 'form'): string => {
    const found = [...new Set(faults.filter((one) => one.fault === fault).map(({ quote }) => quote))];
    const more = found.length > SHOWN ? `等${found.length}处` : '';
    return found.length > 0 ? `“${found.slice(0, SHOWN).join('”“')}”${more}` : '';
  };
  const impossible = quotes('impossible');
  const form = quotes('form');
  if (!impossible && !form) return met(`《${title}》的日期真实，样式规范。`, paths);
  const said = [
    ...(impossible ? [`${impossible}不是存在的日期`] : []),
    ...(form ? [`${form}没有写成“2026年8月15日”的样式`] : []),
  ];
  return notMet(`《${title}》中${said.join('，')}。`, paths);
}
