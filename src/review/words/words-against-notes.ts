import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { valueAt } from '../../cases/read-case-file.ts';
import type { FactValue } from '../../dossiers/paper.ts';
import { type PaperFact, settleFacts } from '../../dossiers/settle-facts.ts';
import { plainView } from '../../dossiers/words/plain-view.ts';
import { violationDays } from '../../dossiers/words/violation-days-in.ts';
import { fenFromCapitals } from '../../law/amount-in-words.ts';
import { isDay } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { tierName } from '../benchmark/quoted-tiers.ts';
import { plainName } from '../steps/agency-names.ts';
import { plainDocumentNumber } from '../steps/plain-document-number.ts';
import { plainWords } from '../steps/plain-words.ts';
import { sameAddress } from '../steps/same-address.ts';
import { otherLists } from './other-lists.ts';
import { wordsDenyingNotes } from './words-denying-notes.ts';
import { wordsOfPapers } from './words-of-papers.ts';

/** A value that people noted, where the words of its own paper state another. */
export interface OtherWords {
  /** The path in the case file. */
  path: string;
  noted: unknown;
  stated: unknown;
  /** The paper that states it: its id, its title, its words. */
  paper: string;
  title: string;
  quote: string;
}

/** Papers that identify the party; in others a label may be somebody else's. */
const ABOUT_PARTY: PaperKind[] = [
  'filing-approval',
  'identity-proof',
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'decision',
  'no-penalty-decision',
];

const OTHERS_PLACE = /^(?:review\.reviewer|hearing\.presiding)\.name$/;
const PAID = /缴|交款|付款|收款|到账/;
const BEFORE = 20;
const PERFORMED: PaperKind[] = ['closure-approval', 'receipt'];

/** Lists whose entries a reader keys by one of their values. */
const KEYED: Record<string, string> = {
  acts: 'paper',
  services: 'paper',
  priorNotices: 'paper',
  preservation: 'paper',
  officers: 'name',
  evidence: 'name',
  penalties: 'type',
};

/** Facts that readers state of one paper and its own words alone: the day it bears, what it orders, who signed it. */
const TRUSTED = new RegExp(
  `^(?:${[
    String.raw`acts\[\]\.(?:startedAt|endedAt|certificatesShown|recusalTold|partySigned|sampling\.sealed)`,
    String.raw`approval\.(?:approvedOn|approverRole)`,
    String.raw`closingReport\.date`,
    String.raw`correctionOrder\.(?:issuedOn|until)`,
    String.raw`decision\.(?:amountInWords|date|number|organName|sealName|tier|grade)`,
    String.raw`decision\.performance\.days`,
    String.raw`decision\.remedies\.(?:court|litigationMonths|reconsiderationBody|reconsiderationDays|reconsiderationFirst)`,
    String.raw`(?:decision|proposal|priorNotices\[\])\.penalties\[\]\.amount`,
    String.raw`defence\.(?:submitted|submittedOn)`,
    String.raw`discussion\.heldOn`,
    String.raw`evidence\[\]\.(?:copyVerified|obtainedOn|opinion\.(?:bodyQualifiedFrom|bodyQualifiedTo|issuedOn|sealed|signed))`,
    String.raw`filing\.(?:approvedOn|approverRole|clueOn)`,
    String.raw`hearing\.(?:heldOn|open|requestedOn|presiding\.name|record\.checkedByParty|record\.signedByParty)`,
    String.raw`officers\[\]\.certificate\.(?:number|validFrom|validTo)`,
    String.raw`party\.(?:address|idNumber|operatorIdNumber|legalRepresentative|operator|registry\.status|birthDate)`,
    String.raw`performance\.(?:archivedOn|closedOn|paidOn|publishedOn)`,
    String.raw`preservation\[\]\.(?:approvedOn|approverRole|takenOn)`,
    String.raw`priorNotices\[\]\.(?:date|defenceUntil|number|organName|servedOn)`,
    String.raw`review\.(?:conclusion|reviewer\.name|signed|signedOn|submittedOn|completeOn)`,
    String.raw`services\[\]\.(?:method|number|postedOn|servedOn|signed|signerRelation)`,
    String.raw`violation\.(?:amounts\.(?:gains|goods)\.yuan|startedOn|endedOn|discoveredOn)`,
  ].join('|')})$`,
);

/**
 * What the papers that make a fact state otherwise than people noted it: the decision of what was decided, the proof of
 * service of when it was served. A fact that another paper bears out as noted stands.
 */
export function wordsAgainstNotes(file: CaseFile): OtherWords[] {
  const facts = factsBeside(file);
  const single = settleFacts(facts).flatMap((settled) =>
    settled.against.some((fact) => besideNote(file, fact) === undefined)
      ? []
      : (besideNote(file, settled.support[0]!) ?? []),
  );
  return [...single, ...otherLists(file, facts), ...wordsDenyingNotes(file)];
}

/** Every paper that states otherwise than people noted it, whichever paper makes the fact. */
export function papersAgainstNotes(file: CaseFile): OtherWords[] {
  const facts = factsBeside(file);
  return [
    ...facts.flatMap((fact) => besideNote(file, fact) ?? []),
    ...otherLists(file, facts),
    // What nobody noted is no difference.
    ...wordsDenyingNotes(file).filter(({ noted }) => noted !== undefined),
  ];
}

/** Of a case that was read from its papers the two are one, but for what people decided after they had looked. */
function factsBeside(file: CaseFile): PaperFact[] {
  if (file.sources?.some(({ by }) => by === 'rule' || by === 'model')) return [];
  const facts = wordsOfPapers(file);
  const several = new Set(facts.flatMap(({ path, paper }) => (SEVERAL.test(path) ? [paper.id] : [])));
  return facts.filter(({ path, paper }) => !(several.has(paper.id) && path.includes('.penalties[')));
}

/** 罚款500元 of one act and 4100元 of another: no single sum of the paper is the one that was noted. */
const SEVERAL = /\.penalties\[[^\]]*-\d+\]/;

/** `undefined` where the fact is as noted, or nobody noted it. */
function besideNote(file: CaseFile, fact: PaperFact): OtherWords | undefined {
  const { path, value, paper } = fact;
  if (path.startsWith('party.') && !ABOUT_PARTY.includes(paper.kind)) return undefined;
  // Nobody of the case is a word misread; an officer of it in that place is a fault.
  if (OTHERS_PLACE.test(path) && !file.officers?.some(({ name }) => name === value)) return undefined;
  if (path === 'performance.paidOn' && !PAID.test(paper.text.slice(0, fact.start).slice(-BEFORE))) {
    return undefined;
  }
  // The licence of a sole trader stands beside an identity card with another address.
  if (path === 'party.address' && paper.kind === 'identity-proof') return undefined;
  if (path.startsWith('performance.') && !PERFORMED.includes(paper.kind)) return undefined;
  if (isConfirmation(file, path) || ofAnother(fact) || foundAfterClue(file, fact)) return undefined;
  const at = TRUSTED.test(path.replaceAll(/\[[^\]]*\]/g, '[]')) ? pathIn(file, path) : undefined;
  const noted = at && valueAt(file, at);
  if (!at || noted === undefined || alike(path, value, noted)) return undefined;
  if (path.startsWith('proposal.') && typeof value === 'number' && proposedAtAnyStep(file, value))
    return undefined;
  if (isDayWithin(file, fact)) return undefined;
  // 证件号A-1102、A-1108: whose is which was only not read.
  if (path.endsWith('certificate.number') && typeof noted === 'string' && paper.text.includes(noted)) {
    return undefined;
  }
  // Of two days in one paper, which is which is a reader's guess.
  if (
    GUESSED.test(path) &&
    typeof noted === 'string' &&
    isDay(noted) &&
    daysIn(paper.text).some(({ day }) => day === noted)
  ) {
    return undefined;
  }
  return { path: at, noted, stated: value, ...wordsOf(fact) };
}

/** A first proposal that a notice told is not the one which a hearing or a plea left. */
const proposedAtAnyStep = ({ priorNotices = [], decision }: CaseFile, sum: number) =>
  [decision?.penalties, ...priorNotices.map(({ penalties }) => penalties)].some((list) =>
    list?.some(({ amount }) => amount === sum),
  );

/** 3月5日在…堆放 tells of an act that went on to the 12th on its first day, or on any other of it. */
function isDayWithin({ violation }: CaseFile, { path, value, paper }: PaperFact): boolean {
  const { startedOn, endedOn } = violation;
  if (!/^violation\.(?:startedOn|endedOn)$/.test(path) || typeof value !== 'string') return false;
  const other = path.endsWith('endedOn') ? 'startedOn' : 'endedOn';
  const lone = !violationDays(plainView(paper.text)).some((one) => one.path === `violation.${other}`);
  return lone && startedOn !== undefined && endedOn !== undefined && startedOn <= value && value <= endedOn;
}

const GUESSED = /^(?:violation|review)\.|^filing\.clueOn$|^evidence\[[^\]]*\]\.obtainedOn$/;
/** 法律职业资格证书取得日期2012年3月15日, 机构资质有效期至…: a day of somebody's papers, not of what was done. */
const OF_PAPERS =
  /(?:资格|资质|证书?|执照|有效期|取得|领取|出生|生于|成立|注册|核准日|变更|施行)[^。;；\n]{0,10}$/;

const SURCHARGE = /每日(?:按[^。;；\n]{0,12})?加处罚款/;

/** Whether the words before a day or a yes make it something else than what the reader took it for. */
function ofAnother({ path, start, paper }: PaperFact): boolean {
  if (path.endsWith('.amount'))
    return SURCHARGE.test(paper.text.slice(Math.max(0, start - BEFORE), start + BEFORE));
  if (
    /^evidence\[[^\]]*\]\.opinion\.|birthDate$|discoveredOn$/.test(path) ||
    !/(?:On|date|until)$/.test(path)
  )
    return false;
  return OF_PAPERS.test(paper.text.slice(Math.max(0, start - BEFORE), start));
}

/** 2026年3月3日现场检查发现 in the form tells of the check that followed a clue of the day before. */
function foundAfterClue({ filing }: CaseFile, { path, value, end, paper }: PaperFact): boolean {
  const clue = filing?.clueOn;
  if (
    !/^(?:filing\.clueOn|violation\.discoveredOn)$/.test(path) ||
    clue === undefined ||
    typeof value !== 'string' ||
    value < clue
  )
    return false;
  return CHECKED.test(paper.text.slice(end, end + BEFORE));
}

const CHECKED = /^[^。;；\n]{0,12}(?:检查|巡查|抽查|核查|勘验)/;

/** Of a service that nobody took by hand the paper tells other days too: of the party's consent, of the announcement. */
function isConfirmation({ services }: CaseFile, path: string): boolean {
  const paper = /^services\[([^\]]*)\]\.servedOn$/.exec(path)?.[1];
  const method = services?.find((one) => one.paper === paper)?.method;
  return paper !== undefined && (method === 'electronic' || method === 'public-notice');
}

export function wordsOf({ paper, start, end }: PaperFact): Pick<OtherWords, 'paper' | 'title' | 'quote'> {
  const { id, title, text } = paper;
  // A bare 三 tells nobody of what.
  const more = end - start < SHORT ? BESIDE : 0;
  const before = text.slice(Math.max(0, start - more), start).replace(/^[\s\S]*\n/, '');
  const after = text.slice(end, end + more).replace(/\n[\s\S]*$/, '');
  return { paper: id, title, quote: `${before}${text.slice(start, end)}${after}`.trim() };
}

const SHORT = 4;
const BESIDE = 6;

/** `services[p9].servedOn` → `services.1.servedOn`, where one entry alone has that key. */
function pathIn(file: CaseFile, path: string): string | undefined {
  let at = '';
  for (const [, name = '', key] of path.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)) {
    at = at ? `${at}.${name}` : name;
    if (key === undefined) continue;
    const list: unknown = valueAt(file, at);
    const by = KEYED[name];
    if (!by || !Array.isArray(list)) return undefined;
    const found = list.flatMap((one, index) => (valueAt(one, by) === key ? [index] : []));
    if (found.length !== 1) return undefined;
    at = `${at}.${found[0]}`;
  }
  return at;
}

function alike(path: string, stated: FactValue, noted: unknown): boolean {
  if (typeof stated !== 'string' || typeof noted !== 'string') return stated === noted;
  if (stated === noted) return true;
  // Advice on the way to serve or to file goes with an agreement.
  if (path === 'review.conclusion') return [stated, noted].every((one) => one.startsWith('agree'));
  // Handed over at once is served directly.
  if (path.endsWith('method')) return [stated, noted].every((one) => BY_HAND.includes(one));
  if (path === 'decision.tier' && tierName(stated) === tierName(noted)) return true;
  if (path.endsWith('address')) return sameAddress(stated, noted);
  // 人民币贰万元整 is 贰万元整.
  if (path.endsWith('amountInWords')) return fenFromCapitals(stated) === fenFromCapitals(noted);
  if (path.endsWith('certificate.number')) return certificateNumber(stated) === certificateNumber(noted);
  if (path.endsWith('umber') && !path.startsWith('party')) {
    return (
      plainDocumentNumber(stated) === plainDocumentNumber(noted) ||
      plainWords(stated).endsWith(plainWords(noted))
    );
  }
  const [one, other] = [stated, noted].map((words) =>
    plainName(plainWords(words))
      .replace(/[。.,;]+$/, '')
      .replace(/(?<!人民)法院$/, '人民法院'),
  ) as [string, string];
  if (NAMED.test(path)) return one.endsWith(other) || other.endsWith(one);
  return PERSON.test(path) ? one.startsWith(other) || other.startsWith(one) : one === other;
}

/** 证号SL-0211: what leads to the number is no part of it. */
const certificateNumber = (number: string) => number.normalize('NFKC').replaceAll(/[^\dA-Za-z]/g, '');

const BY_HAND = ['direct', 'on-the-spot'];
const NAMED = /(?:organName|sealName|court|reconsiderationBody|tier)$/;
const PERSON = /(?:reviewer\.name|presiding\.name|legalRepresentative|operator)$/;
