import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, type Context, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { differingMarks } from '../../steps/differing-marks.ts';
import { plainWords } from '../../steps/plain-words.ts';
import { accountsAgree } from './accounts-agree.ts';
import { type Stated, statedParticulars } from './stated-particulars.ts';

/** The papers that reach the party: of these, at least, somebody must have read whom they name. */
const OUTGOING: PaperKind[] = ['prior-notice', 'hearing-right-notice', 'decision', 'no-penalty-decision'];

export const papersAgree = rule({
  id: 'C4-16',
  criterion: 4,
  question: '各份材料载明的姓名、号码、日期、金额、地址和案由是否一致，不一致的是否已说明？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'practice',
  basis: [
    penaltyLaw('40', '违法事实要查清；事实不清或者证据不够的，不能处罚。'),
    formerPenaltyLaw('30', '违法事实要查清；事实不清的，不能处罚。'),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '案卷各材料之间、材料与认定的事实之间应当一致。' }],
  reading:
    '全角半角、空格、括号和材料自己引入的简称不算不一致，“有限公司”与“有限责任公司”算两个名称；地址只缺省市等字样的视为同一地址；告知阶段的罚款可以不同于决定；立案、调查时的案由可能因调查而变更，检查、询问笔录可能是对另一单位所作，不同的由人说明；检查、送达的地点不与住址比较；第三人、证人、代理人的号码和地址不比较；笔录和调查终结报告里的数字，两份以上写法相同而决定认定的不同的，才作不一致；两份以上证据载明同一数量，认定的数量只是其中数字调换或者错了一位、又不见于任何证据的，作不一致。',
  about: ({ file }) =>
    file.papers?.length
      ? file.papers
      : unclear('需要核对各份材料的记载，案卷没有材料。', ['案卷材料'], ['papers']),
  decide: (_papers, context) => {
    const stated = statedParticulars(context);
    const answers = [
      ...agreeing(stated.filter(({ agrees, due }) => agrees && due)),
      ...stated.filter(({ agrees, due }) => !agrees && due).map(differing),
      ...among(stated),
      ...unread(stated, context),
      ...accountsAgree(context.file),
      ...differingMarks(context.file).map(({ what, paper, path, said, due }) =>
        notMet(`《${paper}》载明的${what}为“${said}”，其他材料均为“${due}”，没有说明。`, [path, 'papers']),
      ),
    ];
    return combine(
      answers,
      unclear('材料载明的内容没有录入，不能核对是否一致。', ['材料载明的当事人、案由等内容'], ['papers']),
    );
  },
});

function agreeing(stated: Stated[]): Answer[] {
  if (stated.length === 0) return [];
  const whats = [...new Set(stated.map(({ what }) => what))].join('、');
  const papers = new Set(stated.map(({ paper }) => paper)).size;
  const paths = stated.flatMap(({ path, due }) => [path, ...(due?.paths ?? [])]);
  return [met(`${papers} 份材料载明的${whats}与案卷一致。`, [...new Set(paths)])];
}

function differing({ what, paper, said, path, due, explained, unsettled }: Stated): Answer {
  const paths = [path, ...(due?.paths ?? [])];
  const found = `《${paper}》载明的${what}为“${said}”，案卷为“${due?.text}”`;
  if (explained) return met(`${found}，已说明：${explained.replace(/。$/, '')}。`, paths);
  return unsettled
    ? unclear(`${found}，${unsettled}没有说明。`, [`《${paper}》的${what}不同：${unsettled}`], paths)
    : notMet(`${found}，没有说明。`, paths);
}

/** Particulars that the file itself does not hold: the papers against each other, and then the file's want of them. */
function among(stated: Stated[]): Answer[] {
  const open = stated.filter(({ due, explained }) => !due && !explained);
  return [...new Set(open.map(({ what }) => what))].map((what) => {
    const papers = open.filter((one) => one.what === what);
    const paths = papers.map(({ path }) => path);
    const told = papers.map(({ paper, said }) => `《${paper}》为“${said}”`).join('，');
    const differ = papers.some((one) => papers.some((other) => !one.same(other.said)));
    return differ
      ? notMet(`各份材料的${what}不一致：${told}。`, paths)
      : unclear(`${told}，案卷没有记载${what}，不能核对。`, [`案卷记载的${what}`], paths);
  });
}

/** Outgoing papers of which nobody can tell whom they name. */
function unread(stated: Stated[], { file }: Context): Answer[] {
  return (file.papers ?? []).flatMap(({ kind, title, text }, index): Answer[] => {
    const path = `papers.${index}`;
    const told = stated.some((one) => one.what === '当事人' && one.path.startsWith(`${path}.`));
    if (!OUTGOING.includes(kind) || told) return [];
    const paths = [`${path}.text`, 'party.name'];
    return text && plainWords(text).includes(plainWords(file.party.name))
      ? [met(`《${title}》写明了当事人。`, paths)]
      : [
          unclear(
            `《${title}》载明的当事人没有录入，不能核对。`,
            [`《${title}》载明的当事人`],
            [`${path}.states`],
          ),
        ];
  });
}
