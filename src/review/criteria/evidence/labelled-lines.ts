import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { bigrams, cosine } from '../../../discretion/text-similarity.ts';
import { yuanText } from '../../../law/money.ts';
import { sumsIn } from '../../../law/sums-in.ts';
import type { Context } from '../../rules/rule.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { plainWords } from '../../steps/plain-words.ts';
import { samePartyName } from '../../steps/same-party-name.ts';
import { type Labelled, labelledParticulars } from '../../words/labelled-particulars.ts';
import { caseParticulars } from './case-particulars.ts';
import { finesBeside } from './fines-beside.ts';
import { finesInText } from './fines-in-text.ts';
import type { Paper, Stated } from './stated-particulars.ts';

/** The agency's own papers, in the order of the dossier. Clues, evidence and the parties' own writings name anybody. */
const OWN: PaperKind[] = [
  'cover',
  'filing-approval',
  'inspection-record',
  'interview-record',
  'preservation-notice',
  'seizure-decision',
  'correction-order',
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'hearing-record',
  'hearing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'decision',
  'no-penalty-decision',
  'closure-approval',
];
/** Where 当事人： may also introduce what the party says. */
const SPOKEN: PaperKind[] = ['inspection-record', 'interview-record', 'hearing-record', 'discussion-minutes'];
/** Records of visits, which are also made at suppliers and customers. */
const VISITS: PaperKind[] = ['inspection-record', 'interview-record'];
const SLIP = 0.4;
const ORGANISATION = /(?:公司|厂|店|商行|部|中心|所|站|场|社|院|户|馆|集团|学校|超市)(?:\([^()]*\))?$/;

/** What the labelled lines of the agency's own papers say of the party, the cause and the case number. */
export function labelledLines(paper: Paper, path: string, context: Context): Stated[] {
  if (!paper.text || !OWN.includes(paper.kind)) return [];
  const { file } = context;
  const read = labelledParticulars(paper.text);
  const { causes, caseNumbers, shortNames } = read;
  const stated = (said: Parameters<typeof caseParticulars>[0]) =>
    caseParticulars(said, paper, () => `${path}.text`, context, shortNames);
  const found = [
    // Of several causes or numbers any may be this case's: one that fits is enough.
    ...best(causes.filter((cause) => !/《|第.+条|^违反/.test(cause)).map((cause) => stated({ cause }))),
    ...best(caseNumbers.map((caseNumber) => stated({ caseNumber }))),
    ...(paper.states?.fine === undefined ? fineOf(paper, context, stated) : []),
  ];
  const { ours, name } = partyOf(read, paper, context);
  if (name) {
    const other = VISITS.includes(paper.kind) && !alike(name, file.party.name);
    const unsettled = other ? { unsettled: '是否对另一单位的延伸检查或者询问' } : {};
    found.push(...stated({ party: name }).map((one) => ({ ...one, ...unsettled })));
  }
  for (const { name: called, creditCode, idNumber, address } of ours) {
    for (const number of [creditCode, idNumber]) if (number) found.push(...stated({ idNumber: number }));
    // Beside the operator of an individual business stands where he lives, not where the business is.
    const home = file.party.operator !== undefined && plainWords(called).startsWith(file.party.operator);
    if (address && file.party.address && !home) found.push(...stated({ address }));
  }
  return found;
}

/** The fine that the paper's words name: of several any may be this case's, or all together. */
function fineOf(paper: Paper, { file }: Context, stated: (said: { fine: number }) => Stated[]): Stated[] {
  // A fine proposed on the way to sparing the party has nothing to agree with.
  if (endsWithoutPenalty(file)) return [];
  const steps = [file.decision?.penalties, ...(file.priorNotices ?? []).map(({ penalties }) => penalties)];
  // Of several fines at one step a paper may speak of one alone.
  if (steps.some((penalties) => (penalties ?? []).filter(({ type }) => type === 'fine').length > 1))
    return [];
  const fines = finesInText(paper.text ?? '');
  const total = fines.reduce((sum, fine) => sum + fine, 0);
  const readings = [...new Set([...fines, ...(total ? [total] : [])])];
  const found = best(readings.map((fine) => stated({ fine: Number(yuanText(fine)) })));
  const due = finesBeside(paper, file)?.sums ?? [];
  const names = ({ text }: Paper) => sumsIn(text ?? '').some(({ fen }) => due.includes(fen));
  // A first proposal that the paper itself, or a later paper of its kind, goes on to change.
  const changed = [paper, ...(file.papers ?? []).filter(({ kind }) => kind === paper.kind)].some(names);
  return changed ? found.filter(({ agrees }) => agrees) : found;
}

/** Whether two names are near enough for one to be a slip of the other. */
function alike(one: string, other: string): boolean {
  const own = (name: string) => bigrams(plainWords(name).replace(/(?:股份)?有限(?:责任)?公司$/, ''));
  return cosine(own(one), own(other)) >= SLIP;
}

function best(readings: Stated[][]): Stated[] {
  return readings.find((list) => list.every(({ agrees }) => agrees)) ?? readings[0] ?? [];
}

/** The blocks of the paper that speak of the case's party, and the name that they give it. */
function partyOf(
  { parties, shortNames }: Labelled,
  paper: Paper,
  { file: { party } }: Context,
): { ours: Labelled['parties']; name?: string } {
  const due = plainWords(party.name);
  const isOurs = ({ name, onward }: Labelled['parties'][number]) => {
    const brokenOff = due.startsWith(plainWords(name)) && plainWords(onward).startsWith(due);
    // 示例癸 男 1990年1月1日生: the line goes on without a label of its own.
    const [first = ''] = name.split(/[\s/]/);
    return brokenOff || samePartyName(name, party, shortNames) || samePartyName(first, party, shortNames);
  };
  const ours = parties.filter(isOurs);
  if (ours.length > 0) return { ours, name: party.name };
  // 当事人：韦某 at the foot of an organisation's paper: who signed for it.
  const signers = [party.legalRepresentative, party.operator].filter((one) => one !== undefined);
  if (parties.every(({ name }) => signers.some((one) => plainWords(name).startsWith(plainWords(one))))) {
    return { ours: [] };
  }
  const names = SPOKEN.includes(paper.kind) ? parties.filter(({ name }) => ORGANISATION.test(name)) : parties;
  const [first] = names;
  return first ? { ours: [], name: first.name } : { ours: [] };
}
