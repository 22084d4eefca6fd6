import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { causeIn } from '../words/cause-in.ts';
import { ownNumberIn } from '../words/own-number-in.ts';
import { partyOf } from '../words/party-of.ts';
import { orderedPenalties } from '../words/penalties-in.ts';
import { plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';
import { caseNumberIn } from './case-head.ts';
import { party } from './party.ts';

/** Papers that have no number and no signature block of their own. */
const PLAIN: PaperKind[] = [
  'contents',
  'cover',
  'photograph',
  'documentary-evidence',
  'recording',
  'identity-proof',
  'other',
];
const OF_PARTY: Record<string, string> = {
  'party.name': 'party',
  'party.idNumber': 'idNumber',
  'party.creditCode': 'idNumber',
  'party.operatorIdNumber': 'idNumber',
  'party.address': 'address',
};
const SPEECH: Partial<Record<PaperKind, 'decided' | 'intended' | 'proposed'>> = {
  decision: 'decided',
  'prior-notice': 'intended',
  'hearing-right-notice': 'intended',
  'closing-report': 'proposed',
  'decision-approval': 'proposed',
};

/** What each paper states of itself and of the case: its number, day and organ, the party, the cause, the fine. */
export const papersStates: Reader = (paper, dossier) => {
  const at = (name: string) => `papers[${paper.id}].${name}`;
  const facts = [...ownFacts(paper, at), ...caseFacts(paper, dossier, at), ...fineOf(paper, at)];
  return facts.filter(({ path }, index) => facts.findIndex((one) => one.path === path) === index);
};

type At = (name: string) => string;

function ownFacts(paper: Paper, at: At): StatedFact[] {
  if (PLAIN.includes(paper.kind)) return [];
  const view = plainView(paper.text);
  const number = ownNumberIn(view);
  const { day, organ, seal } = signatureIn(view);
  return [
    ...(number ? [stated(at('number'), number.number, number)] : []),
    ...(day ? [stated(at('date'), day.day, day)] : []),
    ...(organ ? [stated(at('organName'), organ.name, organ)] : []),
    ...(seal ? [stated(at('sealName'), seal.name, seal)] : []),
  ];
}

function caseFacts(paper: Paper, dossier: readonly Paper[], at: At): StatedFact[] {
  const cause = causeIn(paper, partyOf(dossier)?.name);
  const number = caseNumberIn(paper);
  return [
    ...party(paper, dossier).flatMap((fact) => {
      const name = OF_PARTY[fact.path];
      return name ? [{ ...fact, path: at(`states.${name}`) }] : [];
    }),
    ...(cause ? [stated(at('states.cause'), cause.cause, cause)] : []),
    ...(number && paper.kind !== 'receipt' ? [stated(at('states.caseNumber'), number.number, number)] : []),
  ];
}

function fineOf(paper: Paper, at: At): StatedFact[] {
  const speech = SPEECH[paper.kind];
  if (!speech) return [];
  const fines = orderedPenalties(plainView(paper.text), speech).penalties.filter(
    ({ type, amount }) => type === 'fine' && amount,
  );
  const [fine] = fines;
  return fine?.amount && fines.length === 1 ? [stated(at('states.fine'), fine.amount.yuan, fine.amount)] : [];
}
