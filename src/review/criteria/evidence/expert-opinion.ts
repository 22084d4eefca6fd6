import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseDay, isDay } from '../../../law/dates.ts';
import { type Admitted, admittedEvidence } from '../../rules/admitted-evidence.ts';
import { judgeKind } from '../../rules/judge-kind.ts';
import { evidenceRules } from '../../rules/penalty-law.ts';
import { type Mark, requiredMarks } from '../../rules/required-marks.ts';
import { type Answer, combine, notMet, rule, unclear } from '../../rules/rule.ts';
import { unconfirmed } from '../../rules/unconfirmed.ts';
import { lapsedInstruments } from '../../steps/lapsed-instruments.ts';
import { qualifiedOn } from './qualified-on.ts';

export const expertOpinion = rule({
  id: 'C4-11',
  criterion: 4,
  question: '鉴定、检测意见的要素是否齐全，机构和鉴定人在出具之日是否有资质？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    evidenceRules('14', '载明委托人和事项、材料、依据和方法、资格说明，签名盖章；分析得出的说明过程。', {
      states: ['委托人和委托鉴定的事项', '鉴定资格的说明', '签名', '盖章', '分析过程'],
    }),
    evidenceRules('62', '没有鉴定资格、程序严重违法或者内容不完整的，不予采纳。', {
      item: 1,
      paragraph: 1,
      states: ['鉴定人不具备鉴定资格'],
    }),
  ],
  reading:
    '资质以出具之日为准，有效期的首日和末日都算有效；检测用的仪器，检定、校准的有效期在使用之日已经届满的，不符合。要素由模型提出（或者没写由谁提出）而无人确认的，不算已经核对。',
  about: ({ file }) => admittedEvidence(file, '鉴定、检测意见'),
  decide: (admitted, { file }) => {
    const judged = judgeKind(admitted, ['expert'], '鉴定、检测意见', (piece) => {
      const answer = judge(piece);
      if (answer.answer !== 'met' || !unconfirmed(file, `${piece.path}.opinion`)) return answer;
      return unclear(
        `“${piece.entry.name}”的要素由模型提出或者来历不明，尚无人确认。`,
        [`对“${piece.entry.name}”要素的确认`],
        answer.paths,
      );
    });
    return combine([...lapsed(file), judged], judged);
  },
});

/** Instruments used after their verification had run out. */
function lapsed({ acts = [], evidence = [], papers = [] }: CaseFile): Answer[] {
  return papers.flatMap(({ id, kind, title, text, date }, index): Answer[] => {
    if (!text || !MEASURED.includes(kind)) return [];
    const act = acts.find(({ paper }) => paper === id);
    const issued = evidence.find(({ paper }) => paper === id)?.opinion?.issuedOn;
    const day = act?.date ?? act?.startedAt?.slice(0, 10) ?? issued ?? date;
    return day && isDay(day)
      ? lapsedInstruments(text, day).map(({ quote, to, usedOn }) =>
          notMet(
            `《${title}》写“${quote}”，仪器的检定、校准至${chineseDay(to)}届满，${chineseDay(usedOn)}仍在使用。`,
            [`papers.${index}.text`],
          ),
        )
      : [];
  });
}

/** In a record of an inspection the instrument may be the party's own. */
const MEASURED: PaperKind[] = ['expert-opinion'];

function judge({ entry, path }: Admitted): Answer {
  const { opinion = {} } = entry;
  const name = `“${entry.name}”`;
  const { analytical, experts = [] } = opinion;
  const marks: Mark[] = [
    { path: 'client', name: '委托人', value: opinion.client },
    { path: 'matter', name: '委托鉴定事项', value: opinion.matter },
    { path: 'material', name: '送检材料', value: opinion.material },
    { path: 'grounds', name: '鉴定依据', value: opinion.grounds },
    { path: 'technique', name: '鉴定方法', value: opinion.technique },
    { path: 'body', name: '鉴定机构', value: opinion.body },
    { path: 'experts', name: '鉴定人', value: experts.length > 0 ? true : undefined },
    { path: 'issuedOn', name: '出具日期', value: opinion.issuedOn },
    { path: 'signed', name: '鉴定人签名', value: opinion.signed },
    { path: 'sealed', name: '机构盖章', value: opinion.sealed },
    { path: 'analytical', name: '是否通过分析得出', value: analytical === undefined ? undefined : true },
  ];
  if (analytical) marks.push({ path: 'analysisStated', name: '分析过程', value: opinion.analysisStated });
  const at = `${path}.opinion`;
  const answers = [requiredMarks(marks, at, name)];
  if (opinion.issuedOn) {
    const { bodyQualifiedFrom: from, bodyQualifiedTo: to, body = '鉴定机构', issuedOn } = opinion;
    const bodyPaths = [`${at}.bodyQualifiedFrom`, `${at}.bodyQualifiedTo`];
    answers.push(qualifiedOn({ of: `${name}的${body}`, from, to, paths: bodyPaths }, issuedOn, at));
    for (const [index, expert] of experts.entries()) {
      const of = `${name}的鉴定人${expert.name}`;
      const paths = ['qualifiedFrom', 'qualifiedTo'].map((part) => `${at}.experts.${index}.${part}`);
      const dates = { from: expert.qualifiedFrom, to: expert.qualifiedTo };
      answers.push(qualifiedOn({ of, ...dates, paths }, issuedOn, at));
    }
  }
  return combine(answers, answers[0]!);
}
