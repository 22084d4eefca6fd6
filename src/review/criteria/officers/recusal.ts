import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionDay } from '../../steps/decision-day.ts';
import { recusalDecidedBelow } from '../../words/recusal-decided-below.ts';
import { actsOfCase } from './acts-of-case.ts';

const NONE_ASKED =
  /(?:不|未|没有|无需|不需要)(?:申请|提出|要求|需要)[^,。;]{0,8}回避|回避[^\n答A]{0,40}\s*\[?\d{0,2}(?:答|A\d{0,2})\]?:?(?:[^,。;\n申要]{1,8},)?(?:我)?(?:不(?:申请|要求|需要|用|要)?|没有|否|无)(?=[,。;\s]|$)/;
/** 申请王示回避, 回避申请决定: somebody did. */
const ASKED =
  /(?:驳回|准予|同意|关于|决定)[^,。;\n]{0,16}回避(?:的)?申请|回避(?:申请)?(?:决定|审批|答复)|(?:当事人|其|你(?:单位|公司)?)[^,。;\n有权可不否如若未没对]{0,20}(?:申请|要求)(?!回避|我们|上述|有关)\p{sc=Han}{2,8}回避|[:,。;](?:我)?(?:申请|要求)(?!回避|本案|有关|执法人员回避|办案|相关|上述|我们)\p{sc=Han}{2,8}回避/u;

/** C2-04 回避. */
export const recusal = rule({
  id: 'C2-04',
  criterion: 2,
  question: '是否告知了申请回避的权利，回避申请是否在决定前由机关负责人决定？',
  severity: 'major',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    penaltyLaw(43, '当事人可以申请执法人员回避', { paragraph: 2 }),
    penaltyLaw(43, '回避申请由机关负责人决定，决定前不停止调查', { paragraph: 3 }),
  ],
  otherBasis: [{ document: '实务做法（以当地为准）', gist: '每份笔录告知申请回避的权利' }],
  reading: '法律只要求处理回避申请，笔录告知是实务做法：没有告知记载的不作不符合，只提示核实。',
  decide: (_part, { file }) => {
    const requests = judgeRequests(file);
    const told = judgeTold(file);
    const answer = combine([requests, told], met('没有需要处理的回避事项。', []));
    const onlyTold = answer.answer === 'unclear' && requests.answer === 'met';
    return onlyTold ? { ...answer, severity: 'minor' } : answer;
  },
});

function judgeRequests(file: CaseFile): Answer {
  const { recusalRequests } = file;
  const below = recusalDecidedBelow(file);
  if (below) {
    const title = file.papers?.[below.index]?.title ?? '';
    const beside = recusalRequests?.some(({ decidedBy }) => decidedBy === 'head') ? '，与案卷录入的不同' : '';
    return notMet(
      `回避申请应由机关负责人决定，《${title}》载明由内设机构负责人或者办案人员决定：“${below.words}”${beside}。`,
      [`papers.${below.index}.text`, ...(recusalRequests ? ['recusalRequests'] : [])],
    );
  }
  const unanswered = recusalRequests ? undefined : unansweredIn(file);
  if (unanswered) return unanswered;
  const declined = recusalRequests ? undefined : declinedIn(file);
  if (declined) return met('笔录载明当事人不申请回避。', declined);
  if (!recusalRequests) return unclear('案卷未载明当事人是否申请回避。', ['是否申请回避']);
  if (recusalRequests.length === 0) return met('当事人没有申请回避。', ['recusalRequests']);
  const day = decisionDay(file);
  if (isAnswer(day) && day.answer === 'unclear') return day;
  const made = isAnswer(day) ? undefined : day;
  return combine(
    recusalRequests.map((request, index): Answer => {
      const path = `recusalRequests.${index}`;
      const paths = [`${path}.decidedOn`, `${path}.decidedBy`, ...(made ? ['decision.date'] : [])];
      const name = `对${request.of}的回避申请`;
      if (request.decidedBy === 'other') return notMet(`${name}应由机关负责人决定，实际由他人决定。`, paths);
      const { decidedOn } = request;
      if (!decidedOn || !request.decidedBy) {
        return unclear(`${name}由谁、何时决定，案卷未载明。`, [`${name}的决定人和决定日期`], [path]);
      }
      if (made && decidedOn > made) {
        return notMet(
          `${name}应在处罚决定（${chineseDay(made)}）前处理，实际于${chineseDay(decidedOn)}决定。`,
          paths,
        );
      }
      if (made && decidedOn === made) {
        return unclear(`${name}与处罚决定同日，先后不明。`, [`${name}与处罚决定的先后`], paths);
      }
      return met(`${name}已于${chineseDay(decidedOn)}由机关负责人决定。`, paths);
    }),
    met('当事人没有申请回避。', ['recusalRequests']),
  );
}

function judgeTold(file: CaseFile): Answer {
  const acts = actsOfCase(file);
  if (isAnswer(acts)) return acts;
  const records = acts.filter(({ act }) => act.kind === 'inspection' || act.kind === 'interview');
  const silent = records.filter(({ act }) => act.recusalTold !== true);
  if (silent.length > 0) {
    return unclear(
      `${silent.map(({ name }) => name).join('、')}的笔录没有告知回避权利的记载。`,
      silent.map(({ name }) => `${name}告知回避权利的记载`),
      silent.map(({ path }) => path),
    );
  }
  return met(
    '各笔录均告知了申请回避的权利。',
    records.map(({ path }) => `${path}.recusalTold`),
  );
}

/**
 * The records of inspections and interviews, where each can be read: whoever is asked in an interview asks for none, nobody
 * asks for one anywhere, and a record of an inspection may only tell the right, if an answer to it stands in another.
 */
function declinedIn({ papers = [] }: CaseFile): string[] | undefined {
  if (papers.some(({ title, text = '' }) => ASKED.test(title) || ASKED.test(plain(text)))) return undefined;
  const records = papers.flatMap(({ kind, text }, index) =>
    kind === 'inspection-record' || kind === 'interview-record'
      ? [{ kind, text, path: `papers.${index}.text` }]
      : [],
  );
  if (records.some(({ text }) => !text)) return undefined;
  const speaking = records.filter(({ text = '' }) => text.includes('回避'));
  const declines = ({ text = '' }) => NONE_ASKED.test(plain(text));
  const none =
    speaking.some(declines) &&
    speaking.every((one) => declines(one) || (one.kind === 'inspection-record' && !one.text?.includes('？')));
  return none ? records.map(({ path }) => path) : undefined;
}

/** 答：我申请王示回避. */
const REQUESTED =
  /(?:^|\n)[^\n]{0,6}[答A]\d{0,2}:[^\n]{0,40}?(?<![不未没可])(?:我|我们|本人|公司)?(?:申请|要求)(?!回避)(?:执法人员|检查人员|办案人员)?[\p{sc=Han}]{2,4}回避/u;
const DECIDED = /回避(?:申请)?(?:决定|审批|答复|通知)|(?:驳回|准予|准许|同意|批准)[^。；\n]{0,24}回避/;
/** A request told in a record that no paper decides. */
function unansweredIn(file: CaseFile): Answer | undefined {
  const papers = (file.papers ?? []).map(({ title, text = '' }) => ({ title, text: plain(text) }));
  const asked = papers.findIndex(({ text }) => REQUESTED.test(text));
  const made = decisionDay(file);
  if (
    asked < 0 ||
    isAnswer(made) ||
    papers.some(({ title, text }) => DECIDED.test(title) || DECIDED.test(text))
  )
    return undefined;
  return notMet(`笔录载明当事人申请回避，${chineseDay(made)}作出决定前没有对申请作出决定。`, [
    `papers.${asked}.text`,
    'decision.date',
  ]);
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[ \u3000]/g, '');
