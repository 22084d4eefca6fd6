import type { CaseFile } from '../cases/case-file.ts';
import { UNSAID } from '../cases/unsaid.ts';
import type { Paper } from './paper.ts';

/** What each stage of a case rests on, in the order of a dossier, and how to tell that no paper states it. */
const WANTED: [name: string, absent: (file: CaseFile, has: (kind: Paper['kind']) => boolean) => boolean][] = [
  ['当事人名称', ({ party }) => party.name === UNSAID],
  ['统一社会信用代码', ({ party }) => party.kind === 'organisation' && !party.creditCode],
  ['公民身份号码', ({ party }) => party.kind === 'person' && !party.idNumber],
  ['当事人住址', ({ party }) => !party.address],
  ['办案机关', ({ agency }) => agency.name === UNSAID],
  ['案由', ({ cause }) => cause === UNSAID],
  ['案号', ({ number, procedure }) => procedure === 'ordinary' && !number],
  ['执法人员', ({ officers }) => !officers?.length],
  ['执法证号', ({ officers }) => officers?.some(({ certificate }) => !certificate) ?? false],
  ['立案日期', ({ filing, procedure }) => procedure === 'ordinary' && !filing?.approvedOn],
  ['违法行为发生日', ({ violation }) => !violation.startedOn && !violation.endedOn],
  ['告知书日期', ({ priorNotices }, has) => has('prior-notice') && !priorNotices?.some(({ date }) => date)],
  ['告知书送达日期', ({ priorNotices }) => priorNotices?.some(({ servedOn }) => !servedOn) ?? false],
  ['听证举行日期', ({ hearing }, has) => has('hearing-record') && !hearing?.heldOn],
  ['法制审核结论', ({ review }, has) => has('review-opinion') && !review?.conclusion],
  ['集体讨论日期', ({ discussion }, has) => has('discussion-minutes') && !discussion?.heldOn],
  ['决定日期', ({ decision }, has) => has('decision') && !decision?.date],
  ['决定书文号', ({ decision }, has) => has('decision') && !decision?.number],
  ['处罚内容', ({ decision }, has) => has('decision') && !decision?.penalties?.length],
  ['违反的条款', ({ provisions }, has) => has('decision') && !provisions?.breached?.length],
  ['处罚依据的条款', ({ provisions }, has) => has('decision') && !provisions?.punishing?.length],
  [
    '决定书送达日期',
    ({ services }, has) =>
      has('decision') && !services?.some(({ of, servedOn }) => of === 'decision' && servedOn),
  ],
  ['结案日期', ({ performance }, has) => has('closure-approval') && !performance?.closedOn],
];

/** 缺少的事实: what no paper states and a case at this stage must have, in Chinese. */
export function missingFacts(file: CaseFile, papers: readonly Paper[]): string[] {
  const kinds = new Set(papers.map(({ kind }) => kind));
  return WANTED.filter(([, absent]) => absent(file, (kind) => kinds.has(kind))).map(([name]) => name);
}
