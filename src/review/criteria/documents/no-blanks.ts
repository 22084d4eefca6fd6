import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { unfilledPlaces } from '../../../law/unfilled-places.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

type Paper = NonNullable<CaseFile['papers']>[number];
type Mark = NonNullable<Paper['marks']>[number];

/** Papers that others made: the agency does not answer for their form. */
const OF_OTHERS: PaperKind[] = [
  'identity-proof',
  'power-of-attorney',
  'expert-opinion',
  'hearing-request',
  'receipt',
  'photograph',
  'documentary-evidence',
  'recording',
  'other',
];

const MARKS: Record<Mark, string> = {
  blank: '空白未填',
  'unsealed-alteration': '涂改没有盖章',
  'signature-missing': '缺签名',
  illegible: '无法辨认',
};

/** So many places are quoted; the others are counted. */
const SHOWN = 3;

export const noBlanks = rule({
  id: 'C7-19',
  criterion: 7,
  question: '文书是否没有未填的空白、未盖章的涂改和缺漏的签章？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '空白处划去，涂改处盖章，签章齐全。' }],
  reading:
    '只看行政机关制作的文书。文字由程序查找未填之处，涂改和签章由识别结果或者人工标注；没有标注的不答符合。依法遮掩姓名、号码的不算空白；当事人拒绝签名已经注明的不算缺签名。',
  about: ({ file }) => {
    if (!file.papers) return unclear('需要核对文书有无空白、涂改，案卷没有材料。', ['卷内材料'], ['papers']);
    const own = file.papers.flatMap((paper, index) =>
      OF_OTHERS.includes(paper.kind) ? [] : [{ paper, path: `papers.${index}` }],
    );
    return own.length > 0 ? own : notApplicable('卷内还没有行政机关制作的文书。', ['papers']);
  },
  decide: (own, { file }) => {
    const refused = refusedPapers(file);
    const unmarked = own.filter(({ paper }) => !paper.marks);
    return combine(
      [...own.flatMap(({ paper, path }) => judge(paper, path, refused)), ...unseen(unmarked)],
      met(
        `${own.length}份文书没有发现空白、涂改和缺漏的签章。`,
        own.map(({ path }) => `${path}.marks`),
      ),
    );
  },
});

/** One line for all the papers whose form nobody has looked at. */
function unseen(papers: { paper: Paper; path: string }[]): Answer[] {
  if (papers.length === 0) return [];
  const [first] = papers;
  const which = papers.length > 1 ? `等${papers.length}份文书` : '';
  return [
    unclear(
      `《${first!.paper.title}》${which}有无空白、涂改没有核对。`,
      ['文书的空白、涂改和签章'],
      papers.map(({ path }) => `${path}.marks`),
    ),
  ];
}

function judge({ id, title, text, marks }: Paper, path: string, refused: Set<string>): Answer[] {
  const answers: Answer[] = [];
  const open = unfilledPlaces(text ?? '');
  if (open.length > 0) {
    const more = open.length > SHOWN ? `等${open.length}处` : '';
    answers.push(
      notMet(`《${title}》有未填之处：“${open.slice(0, SHOWN).join('”“')}”${more}。`, [`${path}.text`]),
    );
  }
  if (!marks) return answers;
  const paths = [`${path}.marks`];
  const counted = marks.filter((mark) => mark !== 'signature-missing' || !refused.has(id));
  const faults = counted.filter((mark) => mark !== 'illegible');
  if (faults.length > 0) {
    answers.push(notMet(`《${title}》${faults.map((mark) => MARKS[mark]).join('、')}。`, paths));
  }
  if (counted.includes('illegible')) {
    answers.push(unclear(`《${title}》有无法辨认之处。`, [`《${title}》无法辨认的内容`], paths));
  }
  return answers;
}

/** The papers on which a refusal to sign is noted. */
function refusedPapers({ acts, services, hearing }: CaseFile): Set<string> {
  const noted = [
    ...(acts ?? []),
    ...(services ?? []),
    ...(hearing?.record ? [{ refusalNoted: hearing.record.refusalNoted, paper: hearing.paper }] : []),
  ];
  return new Set(noted.flatMap(({ refusalNoted, paper }) => (refusalNoted && paper ? [paper] : [])));
}
