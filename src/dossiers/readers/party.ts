import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { ISSUED_PAPERS } from '../words/issued-papers.ts';
import { isName } from '../words/names-in.ts';
import { type Attribute, attributesIn } from '../words/party-attributes.ts';
import { asksForParty } from '../words/party-names.ts';
import { type PartyOf, partyOf } from '../words/party-of.ts';

/** Forms: whose a particular is tells the label before it. */
const FORMS: PaperKind[] = [
  'filing-approval',
  'decision-approval',
  'closure-approval',
  'closing-report',
  'identity-proof',
  'inspection-record',
  'interview-record',
  'sampling-record',
  'court-application',
  'referral-letter',
  'deferral-approval',
  'defence-record',
  'hearing-request',
  'hearing-record',
  'review-submission',
  'source',
];
/** Somebody else, or a new part of the form. */
const OTHER =
  /(?<=^|[\s　，,；;。（(])(?:被询问人|被调查人|现场负责人|在场人|(?:委托)?代理人|受委?托人|见证人|联系人|证人|举报人|投诉人|陪同(?:检查)?人|询问人|检查人|勘验人|执法人员|承办人|记录人|主持人|经办人|收件人|代收人|送达人|监护人|参加人|直接负责|供货|生产(?:商|企业|者|厂家)|销售方|(?:承办|办案|审核|登记)(?:机构|部门|单位)|(?:本|我)局|机关|(?:审批|审核|负责人|领导|部门)?意见|案情|案件(?:基本)?情况|简要|核查)[\p{sc=Han} 　]{0,10}(?:[（(][^）)\n]{0,12}[)）])?[ 　]*[:：\t 　]\s*([\p{sc=Han}·]{2,12})?/gmu;
const PROSE =
  /^[\s　]*(?:\d{4}年|经查|经调查|你|您|本局|我局|本机关|因|根据|依据|现查明|由本|当事人(?!.{0,8}[:：\t])|.{0,40}一案)/;

/** 当事人: who the papers say it is, and what they say of it, not of those who stand by it. */
export const party: Reader = (paper, dossier) => {
  const known = partyOf(dossier);
  if (!known) return [];
  const mentions = known.mentions.get(paper) ?? [];
  if (paper.kind === 'identity-proof' && !isOwnProof(paper, known)) return [];
  const facts = mentions.map((mention) => stated('party.name', mention.name, mention));
  for (const attribute of ownAttributes(paper, known)) facts.push(...factsOf(attribute, known));
  return [...facts, ...kindOf(paper, known, facts)].filter(
    (fact, index, all) =>
      all.findIndex(({ path, value }) => path === fact.path && value === fact.value) === index,
  );
};

/** A licence or identity card of the party itself or of the operator, not of an agent or a witness. */
function isOwnProof(paper: Paper, known: PartyOf): boolean {
  const plain = paper.text.replaceAll(/[ 　]/g, '');
  return (
    plain.includes(known.name) ||
    [...known.operators].some((name) => plain.includes(name)) ||
    (known.mentions.get(paper) ?? []).length > 0
  );
}

/** 居民身份证, as against a licence. */
const isCard = ({ text }: Paper) =>
  /公民身份号码/.test(text.replaceAll(/[ 　]/g, '')) && !/信用代码|注册号/.test(text);

type Owned = Attribute & { of: 'party' | 'person' };

function ownAttributes(paper: Paper, known: PartyOf): Owned[] {
  const region = regionOf(paper, known);
  if (!region) return [];
  const anchors = anchorsIn(paper, known, region);
  let of: Owned['of'] | 'other' | undefined;
  const owned: Owned[] = [];
  const marks = [
    ...anchors,
    ...attributesIn(paper.text, region).map((attribute) => ({ at: attribute.start, attribute })),
  ].sort((a, b) => a.at - b.at);
  for (const mark of marks) {
    if ('of' in mark) of = mark.of;
    else if (of === 'party' || of === 'person') {
      owned.push({ ...mark.attribute, of });
      if (mark.attribute.key === 'legalRepresentative' || mark.attribute.key === 'operator') of = 'person';
      if (mark.attribute.key === 'creditCode') of = 'party';
    } else if (of === undefined && mark.attribute.key === 'creditCode' && paper.kind !== 'interview-record') {
      owned.push({ ...mark.attribute, of: 'party' });
    }
  }
  return owned;
}

/** Where the particulars begin to be whose. */
function anchorsIn(
  paper: Paper,
  known: PartyOf,
  { start, end }: Span,
): { at: number; of: Owned['of'] | 'other' }[] {
  const own = (known.mentions.get(paper) ?? [])
    .filter((mention) => mention.start >= start && mention.start < end && mention.how !== 'weak')
    .map((mention) => ({ at: mention.start, of: 'party' as const }));
  // In a form what follows is the party's even where its name was misread.
  const asked = fieldsOf(paper)
    .filter(
      (field) =>
        paper.kind === 'filing-approval' &&
        asksForParty(field.label) &&
        field.start < end &&
        !isName(field.value.slice(0, 3)),
    )
    .map((field) => ({ at: field.start, of: 'party' as const }));
  const others = [...paper.text.slice(start, end).matchAll(OTHER)].map((match) => {
    const name = match[1] ?? '';
    const same =
      name !== '' &&
      (name === known.name ||
        known.operators.has(name) ||
        [...known.operators, known.name].some((each) => isName(each) && name.startsWith(each)));
    return { at: start + match.index, of: same ? ('person' as const) : ('other' as const) };
  });
  const whole =
    paper.kind === 'identity-proof'
      ? [{ at: start - 1, of: isCard(paper) ? ('person' as const) : ('party' as const) }]
      : [];
  return [...whole, ...(whole.length > 0 ? [] : own), ...asked, ...others];
}

function regionOf(paper: Paper, known: PartyOf): Span | undefined {
  const { kind, text } = paper;
  const [first] = (known.mentions.get(paper) ?? []).filter(({ how }) => how !== 'weak');
  if (ISSUED_PAPERS.includes(kind)) {
    if (!first) return undefined;
    const from = text.indexOf('\n', first.end);
    if (from < 0) return undefined;
    let end = from;
    for (const line of text.slice(from + 1).split('\n')) {
      if (PROSE.test(line) && line.length > 18) break;
      end += line.length + 1;
    }
    return { start: first.start, end };
  }
  if (!FORMS.includes(kind)) return undefined;
  const answers = /\n[\s　]{0,40}(?:问|答)(?:[ 　]*[:：]|[ 　]+)|我们是/.exec(text)?.index ?? text.length;
  if (kind !== 'closing-report') return { start: 0, end: answers };
  const start = Math.max(0, Math.min(first?.start ?? 0, text.search(/当[ 　]*事[ 　]*人/)));
  const next = /\n[\s　]{0,40}[二三四][、.．]/.exec(text.slice(start));
  return { start, end: next ? start + next.index : Math.min(text.length, start + 600) };
}

function factsOf(attribute: Owned, known: PartyOf): StatedFact[] {
  const { key, value, of } = attribute;
  const at = (path: string) => [stated(`party.${path}`, value, attribute)];
  const firm = !known.person && !known.individualBusiness;
  switch (key) {
    case 'idNumber':
      if (known.person) return known.individualBusiness ? at('operatorIdNumber') : at('idNumber');
      return firm ? [] : at('operatorIdNumber');
    case 'sex':
    case 'birthDate':
      return firm ? [] : at(key);
    case 'address':
      return of === 'person' && (!known.person || known.individualBusiness) && isHome(attribute)
        ? []
        : at('address');
    case 'creditCode':
      return known.person && !known.individualBusiness ? [] : at('creditCode');
    case 'legalRepresentative':
      return firm ? at('legalRepresentative') : [];
    case 'operator':
      return firm ? [] : at('operator');
    case 'tradeName':
      return [...at('tradeName'), stated('party.hasTradeName', !/^无/.test(value), attribute)].slice(
        /^无/.test(value) ? 1 : 0,
      );
    case 'status':
      return [stated('party.registry.status', value, attribute)];
    case 'phone':
      return at('phone');
  }
}

const isHome = ({ label }: Attribute) => /家|现|户籍|住址|^住$/.test(label);

/** What the party is, where the paper shows it by its number or its name. */
function kindOf(paper: Paper, known: PartyOf, facts: StatedFact[]): StatedFact[] {
  const at = (path: string) => facts.find((fact) => fact.path === path);
  const shown = at('party.creditCode') ?? at('party.operator') ?? at('party.idNumber') ?? at('party.name');
  if (!shown || (paper.ocr && shown.path !== 'party.creditCode')) return [];
  return [
    stated(
      'party.kind',
      known.individualBusiness ? 'individual-business' : known.person ? 'person' : 'organisation',
      shown,
    ),
  ];
}
