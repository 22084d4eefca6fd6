import type { PaperKind } from '../../cases/paper-kinds.ts';
import type { Paper, Span, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { causeIn } from '../words/cause-in.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { ISSUED_PAPERS } from '../words/issued-papers.ts';
import { ownNumberIn } from '../words/own-number-in.ts';
import { partyOf } from '../words/party-of.ts';
import { plainView } from '../words/plain-view.ts';
import { regionOfAgency } from '../words/region-of-agency.ts';
import { signatureIn } from '../words/signature-in.ts';

const OURS: PaperKind[] = [
  ...ISSUED_PAPERS,
  'filing-approval',
  'inspection-record',
  'cover',
  'decision-approval',
];
const FORMS: PaperKind[] = [
  'filing-approval',
  'closing-report',
  'cover',
  'decision-approval',
  'closure-approval',
];
const NUMBER = /^(?:立案编号|立案号|立案文号|立案决定书文号|立案审批编号)$/;
const CASE_NUMBER = /^(?:案号|案件编号|案件号|案卷号|案卷编号)$/;
const OF_FORM = /^(?:编号|文号|文书编号|文书号|字号|文书文号|审批编号|登记编号)$/;
const ORGAN =
  /^[\p{sc=Han}A-Z×*]{3,36}?(?:局|委员会|人民政府|支队|大队|总队|厅|街道办事处|城管局|海关|(?:海事|航道|公路|港航|运输|渔政|监察|管理|执法|稽查)处)$/u;

/** 案号, 案由 and the agency. */
export const caseHead: Reader = (paper, dossier) => [
  ...numberOf(paper, dossier),
  ...causeOf(paper, dossier),
  ...agencyOf(paper, dossier),
];

function numberOf(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const number = caseNumberIn(paper);
  if (!number) return [];
  const filed = dossier.some((one) => one.kind === 'filing-approval' && caseNumberIn(one));
  // 案号 in other papers may be the decision's.
  const sure = paper.kind === 'filing-approval' || number.filing || !filed;
  return sure && paper.kind !== 'receipt' ? [stated('number', number.number, number)] : [];
}

/** The number of the case that a paper states. `filing`: said to be that of the filing. */
export function caseNumberIn(paper: Paper): ({ number: string; filing: boolean } & Span) | undefined {
  const fields = fieldsOf(paper);
  const form = paper.kind === 'filing-approval';
  const field =
    fields.find(({ label, value }) => NUMBER.test(label) && isNumber(value)) ??
    fields.find(({ label, value }) => CASE_NUMBER.test(label) && isNumber(value)) ??
    (form ? fields.find(({ label, value }) => OF_FORM.test(label) && isNumber(value)) : undefined);
  if (field) {
    const words = /^[^\t，,；;。]+?(?=[ 　]{2,}|$|[，,；;。])/.exec(field.value)?.[0] ?? field.value;
    const number = words.replaceAll(/[ 　]/g, '');
    return {
      number,
      filing: NUMBER.test(field.label) || /立/.test(number),
      start: field.start,
      end: field.start + words.length,
    };
  }
  const own = form ? ownNumberIn(plainView(paper.text)) : undefined;
  return own && { ...own, filing: true };
}

const isNumber = (value: string) =>
  /\d/.test(value) && /[〔[（(【]\d{4}|\d{4}|号/.test(value) && value.length <= 48;

function causeOf(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const name = partyOf(dossier)?.name;
  const found = causeIn(paper, name);
  if (!found) return [];
  const others = dossier.filter(
    (one) => one !== paper && FORMS.includes(one.kind) && causeIn(one, name)?.named === false,
  );
  // What was suspected at first gives way to what was found.
  const later = others.some(({ kind }) => kind !== 'filing-approval' && kind !== 'cover');
  if (found.suspected && later) return [];
  return (FORMS.includes(paper.kind) && !found.named) || others.length === 0
    ? [stated('cause', found.cause, found)]
    : [];
}

function agencyOf(paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const organ = organOf(paper);
  if (!organ) return [];
  const issued = dossier.some((one) => ISSUED_PAPERS.includes(one.kind) && organOf(one));
  if (issued && !ISSUED_PAPERS.includes(paper.kind)) return [];
  const { region, level } = regionOfAgency(organ.name);
  return [
    stated('agency.name', organ.name, organ),
    ...(region
      ? [
          stated('agency.region', region, {
            start: organ.start,
            end:
              organ.start +
              (organ.end - organ.start === organ.name.length ? region.length : organ.end - organ.start),
          }),
        ]
      : []),
    ...(level ? [stated('agency.level', level, organ)] : []),
    ...standingOf(organ.name, region).map(([path, value]) => stated(path, value, organ)),
  ];
}

/** Agencies of one line of command, whatever place their name holds. */
const VERTICAL =
  /税务|海关|海事|烟草专卖|气象|邮政管理|矿山安全|金融监督|外汇|通信管理|国家统计局|出入境|地震/;

/** 行政机关 by its name; of teams and stations the name does not tell whether they act in their own right. */
function standingOf(name: string, region: string | undefined): [path: string, value: string][] {
  if (!/(?:局|委员会|委|厅|人民政府|海关|街道办事处)$/.test(name)) return [];
  const system = /公安/.test(name)
    ? 'police'
    : VERTICAL.test(name)
      ? 'vertical'
      : region
        ? 'local'
        : undefined;
  return [
    ['agency.kind', 'administrative'],
    ...(system ? [['agency.system', system] as [string, string]] : []),
  ];
}

/** Who signs an issued paper; else the agency in its heading. */
function organOf(paper: Paper): ({ name: string } & Span) | undefined {
  if (!OURS.includes(paper.kind)) return undefined;
  const signed = ISSUED_PAPERS.includes(paper.kind) ? signatureIn(plainView(paper.text)).organ : undefined;
  if (signed) return signed;
  for (const match of paper.text.slice(0, 200).matchAll(/[^\n]+/g)) {
    const words = match[0].replaceAll(/[ 　]/g, '');
    if (!ORGAN.test(words) || /示例局$/.test(words)) continue;
    const start = match.index + match[0].search(/[^ 　]/);
    return { name: words, start, end: match.index + match[0].trimEnd().length };
  }
  return undefined;
}
