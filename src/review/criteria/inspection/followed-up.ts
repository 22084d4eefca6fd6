import { type ActView, type Answer, actRule, combine, met, notMet, unclear } from '../../rules/rule.ts';

type Inspection = NonNullable<ActView['inspection']>;
type Problem = NonNullable<Inspection['problems']>[number];

/** JC-05 结果反馈、责令改正、立案. */
export const followedUp = actRule({
  id: 'JC-05',
  actions: ['inspection'],
  criterion: 3,
  question: '检查结果是否反馈，需要改正的是否责令改正，涉嫌违法的是否立案或者移交？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'seed',
  basis: [],
  otherBasis: [{ document: '示范文件（一）4(1)', gist: '检查后报告、反馈，问题改正，违法立案' }],
  reading: '检查已经归档而问题没有后续处理的，认定没有处理；尚未归档的，提示补充。',
  about: ({ file }) => file.inspection ?? unclear('案卷没有检查结果的记载。', ['检查结果']),
  decide: (inspection) =>
    combine(
      [fedBack(inspection), ...handled(inspection)],
      met('检查结果已反馈，问题均有后续处理。', ['inspection']),
    ),
});

function fedBack({ fedBack: told, fedBackOn }: Inspection): Answer {
  const paths = ['inspection.fedBack', 'inspection.fedBackOn'];
  if (told === false) return notMet('检查结果应向当事人反馈，没有反馈。', paths);
  return told || fedBackOn
    ? met('检查结果已反馈。', paths)
    : unclear('检查结果是否反馈没有载明。', ['检查结果的反馈'], paths);
}

function handled({ outcome, problems = [], archivedOn }: Inspection): Answer[] {
  const path = 'inspection.outcome';
  if (problems.length > 0) {
    return problems.flatMap((problem, index) => nextStep(problem, index, archivedOn !== undefined));
  }
  if (outcome === 'clean') return [met('检查没有发现问题。', [path])];
  return [
    outcome
      ? unclear('检查发现了问题，问题没有录入。', ['发现的问题'], [path])
      : unclear('检查是否发现问题没有载明。', ['检查结果'], [path]),
  ];
}

function nextStep(problem: Problem, index: number, archived: boolean): Answer[] {
  const at = `inspection.problems.${index}`;
  const name = `问题“${problem.text}”`;
  const { suspectedViolation, correctionNeeded, noStepTaken } = problem;
  const lacks = (what: string, paths: string[]): Answer =>
    noStepTaken || archived
      ? notMet(`${name}应当${what}，案卷没有后续处理。`, [
          ...paths,
          `${at}.noStepTaken`,
          'inspection.archivedOn',
        ])
      : unclear(`${name}应当${what}，是否已经处理没有载明。`, [`${name}的后续处理`], paths);
  const answers: Answer[] = [];
  if (suspectedViolation) {
    const paths = [`${at}.suspectedViolation`, `${at}.filedOn`, `${at}.receivingBody`];
    const done = problem.filedOn ?? problem.receivingBody;
    answers.push(done ? met(`${name}涉嫌违法，已立案或者移交。`, paths) : lacks('立案或者移交', paths));
  }
  if (correctionNeeded) {
    const paths = [`${at}.correctionNeeded`, `${at}.correctionOrderedOn`];
    const done = problem.correctionOrderedOn;
    answers.push(done ? met(`${name}已责令改正。`, paths) : lacks('责令改正', paths));
  }
  const open = [
    ...(suspectedViolation === undefined ? [`${name}是否涉嫌违法`] : []),
    ...(correctionNeeded === undefined ? [`${name}是否需要改正`] : []),
  ];
  if (open.length > 0) answers.push(unclear(`${open.join('、')}没有载明。`, open, [at]));
  if (answers.length > 0) return answers;
  return [met(`${name}不涉嫌违法，也不需要改正。`, [`${at}.suspectedViolation`, `${at}.correctionNeeded`])];
}
