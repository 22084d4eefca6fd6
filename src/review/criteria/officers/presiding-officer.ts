import type { CaseFile } from '../../../cases/case-file.ts';
import { hearingHeld } from '../../hearing/hearing-held.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { actsOfCase } from './acts-of-case.ts';

/** C2-06 听证主持人不是本案调查人员. */
export const presidingOfficer = rule({
  id: 'C2-06',
  criterion: 2,
  question: '听证主持人是否不是本案调查人员？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '听证由非本案调查人员主持', { paragraph: 1, item: 4 }),
    formerPenaltyLaw(42, '听证由非本案调查人员主持', { paragraph: 1, item: 4 }),
  ],
  reading:
    '参加过本案任何一次执法行为的人和承办人都是调查人员，检查、询问笔录的执法人员栏写有其姓名的也是；只有姓名的，按姓名比对。',
  lawOf: ({ file }) => file.hearing?.heldOn,
  about: (context) => hearingHeld(context),
  decide: (_part, { file }) => {
    const presiding = file.hearing?.presiding;
    if (!presiding) return unclear('案卷未载明听证主持人。', ['听证主持人'], ['hearing']);
    const acts = actsOfCase(file);
    if (isAnswer(acts)) return acts;
    const ids = new Set([...acts.flatMap(({ act }) => act.officers ?? []), ...(file.handlers ?? [])]);
    const investigators = (file.officers ?? []).filter(({ id }) => ids.has(id));
    const same = investigators.find(({ id, name }) => id === presiding.officer || name === presiding.name);
    const paths = ['hearing.presiding', 'handlers', ...acts.map(({ path }) => `${path}.officers`)];
    if (same) return notMet(`听证主持人${presiding.name}是本案调查人员。`, paths);
    const record = tookPartIn(file, presiding.name);
    if (record) {
      return notMet(`听证主持人${presiding.name}参加了本案调查，见《${record.title}》。`, [
        'hearing.presiding',
        record.path,
      ]);
    }
    return acts.some(({ act }) => !act.officers) || !file.handlers
      ? unclear('执法行为的人员或者承办人记载不全，无法比对。', ['各执法行为的人员', '承办人'])
      : met(
          `听证主持人${presiding.name}不在本案调查人员（${investigators.map(({ name }) => name).join('、')}）之列。`,
          paths,
        );
  },
});

const RECORDS = ['inspection-record', 'interview-record', 'sampling-record'];
/** The record of an act in whose line of officers the name stands. */
function tookPartIn({ papers = [] }: CaseFile, name: string): { title: string; path: string } | undefined {
  const line = new RegExp(
    `(?:检查|询问|执法|调查|勘验|抽样)人员?(?:[(（]?(?:签名|签字)[)）]?)?[:：][^\\n。；;]{0,80}?(?<![\\p{sc=Han}])${name}(?![\\p{sc=Han}])`,
    'u',
  );
  const index = papers.findIndex(({ kind, text }) => text && RECORDS.includes(kind) && line.test(text));
  return index < 0 ? undefined : { title: papers[index]!.title, path: `papers.${index}.text` };
}
