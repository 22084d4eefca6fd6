import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseNumeral } from '../../../law/citation.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actDay } from '../../steps/act-day.ts';
import { paperDay } from '../../steps/paper-day.ts';
import { type Era, type MisplacedArticle, misplacedArticles } from '../../words/misplaced-articles.ts';

const OUTGOING: PaperKind[] = [
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'decision',
  'no-penalty-decision',
];
/** Written by the party or by others: how they cite is not the agency's fault. */
const OTHERS: PaperKind[] = [
  'power-of-attorney',
  'identity-proof',
  'hearing-request',
  'receipt',
  'photograph',
  'documentary-evidence',
  'expert-opinion',
  'recording',
];

interface Read {
  title: string;
  kind: PaperKind;
  text: string | undefined;
  path: string;
  era: Era | undefined;
}

export const articleNumbersCurrent = rule({
  id: 'C5-29',
  criterion: 5,
  question: '各份材料引用的处罚法条号是否为制作时文本的条号？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('86', '现行文本自 2021 年 7 月 15 日起施行。', { states: ['2021年7月15日'] }),
    formerPenaltyLaw('64', '修订前的文本自 1996 年 10 月 1 日起施行。'),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '1996 年至 2021 年文本的条号。' }],
  reading:
    '从引用所在的句子判断事项，再与材料制作之日文本的条号比较；句子看不出事项、叙述修订前规定或者以前的处理、转述他人发言的不判断。行为在 2021 年 7 月 15 日前的，从轻减轻、不予处罚、一事不再罚、追责时效引用旧条号不算错误（从旧）。当事人和其他人出具的材料不核对；内部材料的旧条号为轻微问题。',
  lawOf: ({ file }) => file.decision?.date ?? file.priorNotices?.[0]?.date,
  about: ({ file }) => {
    const papers = (file.papers ?? []).flatMap((paper, index): Read[] => {
      const { title, kind, text } = paper;
      const checked = OUTGOING.includes(kind) || (text !== undefined && !OTHERS.includes(kind));
      return checked ? [{ title, kind, text, path: `papers.${index}.text`, era: eraOf(file, paper) }] : [];
    });
    if (papers.length > 0) return papers;
    return file.decision
      ? unclear('需要核对文书引用的条号，案卷没有文书。', ['告知书、决定书的全文'], ['papers'])
      : notApplicable('尚没有告知书、决定书。', ['papers']);
  },
  decide: (papers, { file }) => {
    const checked = papers.filter(({ era, text }) => text !== undefined && era !== 'former');
    const paths = checked.map(({ path }) => path);
    return combine(
      papers.flatMap((paper) => judge(paper, file)),
      checked.length > 0
        ? met(`${checked.length} 份材料没有引用与事项不符的处罚法条号。`, paths)
        : notApplicable(
            '材料都在 2021 年 7 月 15 日前制作，用的是当时的条号。',
            papers.map(({ path }) => path),
          ),
    );
  },
});

/** The text of the law that a paper was made under; where its day is not known, as the whole case tells. */
function eraOf(file: CaseFile, paper: NonNullable<CaseFile['papers']>[number]): Era | undefined {
  const day = paperDay(file, paper);
  if (day) return day < REVISED_ON ? 'former' : 'revised';
  const first = file.violation.discoveredOn ?? file.filing?.clueOn ?? file.filing?.approvedOn;
  return first && first >= REVISED_ON ? 'revised' : undefined;
}

function judge({ title, kind, text, path, era }: Read, file: CaseFile): Answer[] {
  if (text === undefined) {
    return era === 'former'
      ? []
      : [unclear(`《${title}》没有全文，不能核对条号。`, [`《${title}》的全文`], [path])];
  }
  if (!era) {
    const either = [...misplacedArticles(text, 'revised'), ...misplacedArticles(text, 'former')];
    return either.length > 0
      ? [
          unclear(
            `《${title}》写有“${either[0]!.sentence}”，材料没有日期，不能判断应为哪一文本的条号。`,
            [`《${title}》的日期`],
            [path],
          ),
        ]
      : [];
  }
  return misplacedArticles(text, era).flatMap((found) => told(found, title, kind, path, file));
}

function told(
  found: MisplacedArticle,
  title: string,
  kind: PaperKind,
  path: string,
  file: CaseFile,
): Answer[] {
  const { fault, topic, quote, sentence, due, substance } = found;
  const act = actDay(file);
  if (fault === 'stale' && substance) {
    if (act && act.day < REVISED_ON) return [];
    if (!act) {
      return [
        unclear(
          `《${title}》写有“${sentence}”，违法行为的日期没有载明，不能判断适用修订前的文本是否正确。`,
          ['违法行为发生日或者终了日'],
          [path, 'violation'],
        ),
      ];
    }
  }
  const articles = due.map((article) => `第${chineseNumeral(article)}条`).join('或者');
  const what = {
    stale: `为旧条号，现行为${articles}`,
    premature: `为 2021 年 7 月 15 日后的条号，制作时应为${articles}`,
    wrong: `与事项不符，现行为${articles}`,
  }[fault];
  const paths = [path, ...(fault === 'stale' && substance && act ? [act.path] : [])];
  return [
    notMet(
      `《${title}》写有“${sentence}”，就${topic}引用“${quote}”，${what}。`,
      paths,
      OUTGOING.includes(kind) ? {} : { severity: 'minor' },
    ),
  ];
}
