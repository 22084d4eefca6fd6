import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { chineseDay } from '../../../law/dates.ts';
import { type Fen, fen, yuanText } from '../../../law/money.ts';
import type { Context } from '../../rules/rule.ts';
import { decisionText } from '../../steps/penalty-decision.ts';
import { plainDocumentNumber } from '../../steps/plain-document-number.ts';
import { sameAddress } from '../../steps/same-address.ts';
import { sameCause, toldAsFacts } from '../../steps/same-cause.ts';
import { samePartyName } from '../../steps/same-party-name.ts';
import { finesBeside } from './fines-beside.ts';
import { numberBeside } from './number-beside.ts';
import type { Paper, Stated } from './stated-particulars.ts';

/** Papers of the investigation: their cause is a suspicion that its result may change. */
const INVESTIGATION: PaperKind[] = [
  'filing-approval',
  'inspection-record',
  'interview-record',
  'preservation-notice',
  'seizure-decision',
];

/** What a record notes behind 当事人 instead of a name. */
const ATTENDANCE = /^(?:未|已|均|没有)?(?:到场|到会|出席|缺席|参加|在场|拒绝|签[名收字])/;

/** 食品安全违法行为, 道路运输违法案: the field of the act alone. */
const FIELD = /^(?:涉嫌)?(?!未|擅自|无)[\u4e00-\u9fa5]{2,8}(?:违法|违规)(?:行为)?(?:一案|案)?$/;

type Particulars = Omit<NonNullable<Paper['states']>, 'differenceExplained'>;
type Field = keyof Particulars;

/** Where an address on the paper is another's: the place of the inspection, of service, or for letters. */
const OTHER_PLACE: PaperKind[] = [
  'inspection-record',
  'sampling-record',
  'address-confirmation',
  'proof-of-service',
  'photograph',
];

/** The particulars that a paper is noted to state, or that were read from it, beside those of the file. */
export function caseParticulars(
  said: Particulars,
  paper: Paper,
  pathOf: (field: Field) => string,
  { file }: Context,
  shortNames: { short: string; full: string }[] = [],
): Stated[] {
  const { party, violation, cause } = file;
  const found: Stated[] = [];
  const add = (field: Field, stated: Omit<Stated, 'paper' | 'path'>) =>
    found.push({ ...stated, paper: paper.title, path: pathOf(field) });
  if (said.party && !ATTENDANCE.test(said.party)) {
    const value = said.party;
    add('party', {
      what: '当事人',
      said: value,
      due: { text: party.name, paths: ['party.name'] },
      agrees: samePartyName(value, party, shortNames),
      same: (other) => other === value,
    });
  }
  if (said.idNumber) {
    const beside = numberBeside(said.idNumber, party);
    if (beside) add('idNumber', { ...beside, said: said.idNumber });
  }
  if (said.address && !OTHER_PLACE.includes(paper.kind)) {
    const value = said.address;
    const places = [party.address, violation.place].filter((place) => place !== undefined);
    add('address', {
      what: '当事人住址',
      said: value,
      ...(party.address ? { due: { text: party.address, paths: ['party.address'] } } : {}),
      agrees: places.some((place) => sameAddress(value, place)),
      same: (other) => sameAddress(value, other),
    });
  }
  // The cause noted when a clue comes in is only a guess.
  if (
    said.cause &&
    paper.kind !== 'source' &&
    !FIELD.test(said.cause) &&
    !/[〔[(（]\d{4}[〕\])）].*\d|《|第.+条|^违反/.test(said.cause)
  ) {
    const value = said.cause;
    add('cause', {
      what: '案由',
      said: value,
      due: { text: cause, paths: ['cause'] },
      agrees: [cause, violation.name].some((one) => sameCause(value, one)),
      ...(INVESTIGATION.includes(paper.kind)
        ? { unsettled: '案由是否因调查而变更' }
        : toldAsFacts(value, decisionText(file) ?? '')
          ? { unsettled: '两种写法是否指同一违法行为' }
          : {}),
      same: (other) => sameCause(value, other),
    });
  }
  const number = said.caseNumber && plainDocumentNumber(said.caseNumber);
  // Some decisions print their own number as that of the case.
  const own = [paper.number, file.decision?.number].map((one) => one && plainDocumentNumber(one));
  if (said.caseNumber && number && (!own.includes(number) || file.number)) {
    add('caseNumber', {
      what: '案号',
      said: said.caseNumber,
      ...(file.number ? { due: { text: file.number, paths: ['number'] } } : {}),
      agrees: own.includes(number) || number === plainDocumentNumber(file.number ?? ''),
      same: (other) => plainDocumentNumber(other) === number,
    });
  }
  const fines = said.fine === undefined ? undefined : finesBeside(paper, file);
  if (said.fine !== undefined && fines) {
    const value = fen(said.fine);
    add('fine', {
      what: '罚款',
      said: sum(value),
      ...(fines.sums.length > 0
        ? { due: { text: [...new Set(fines.sums)].map(sum).join('或者'), paths: fines.paths } }
        : {}),
      agrees: fines.sums.includes(value),
      same: (other) => other === sum(value),
    });
  }
  if (said.actOn) {
    const value = said.actOn;
    add('actOn', { ...actBeside(value, violation), what: '行为发生日', said: chineseDay(value) });
  }
  return found;
}

/**
 * A day within the act; of an act that is not known to have lasted, its one known day. An act that lasted, one end of
 * which is not known, leaves the day open between.
 */
function actBeside(
  day: string,
  { startedOn, endedOn, continuing }: CaseFile['violation'],
): Pick<Stated, 'due' | 'agrees' | 'same'> {
  const first = startedOn ?? (continuing ? undefined : endedOn);
  const last = endedOn ?? (continuing ? undefined : startedOn);
  const outside = (first !== undefined && day < first) || (last !== undefined && day > last);
  const known = outside || (first && last) || day === first || day === last;
  const text = [...new Set([first ?? '', last ?? ''])].map((one) => one && chineseDay(one)).join('至');
  const paths = [...(startedOn ? ['violation.startedOn'] : []), ...(endedOn ? ['violation.endedOn'] : [])];
  return {
    ...(known ? { due: { text, paths } } : {}),
    agrees: !outside && Boolean(known),
    same: (other) => other === chineseDay(day),
  };
}

function sum(amount: Fen): string {
  return `${yuanText(amount)} 元`;
}
