import type { CaseFile } from '../cases/case-file.ts';
import { wholeDecisionText } from './whole-decision-text.ts';
import type { OtherWords } from './words-against-notes.ts';

/** A paper shorter than this is an extract: what it leaves out may stand in the rest. */
const WHOLE = 80;

type Paper = NonNullable<CaseFile['papers']>[number];

/**
 * What was noted of a paper and its own words deny: a record that ends without the signature noted, a decision that has
 * no word of the remedies noted. `stated` is then what the words leave: `false`, fewer, or nothing.
 */
export function wordsDenyingNotes(file: CaseFile): OtherWords[] {
  if (file.sources?.some(({ by }) => by === 'rule' || by === 'model')) return [];
  const papers = new Map((file.papers ?? []).map((paper) => [paper.id, paper]));
  const paperOf = (id: string | undefined) => {
    const paper = id === undefined ? undefined : papers.get(id);
    return paper?.text && paper.text.length >= WHOLE ? { ...paper, text: plain(paper.text) } : undefined;
  };
  return [
    ...decisionDenies(file, paperOf),
    ...(file.priorNotices ?? []).flatMap((notice, index) =>
      noticeDenies(notice, `priorNotices.${index}`, paperOf(notice.paper)),
    ),
    ...(file.acts ?? []).flatMap((act, index) => recordDenies(act, `acts.${index}`, paperOf(act.paper))),
    ...(file.evidence ?? []).flatMap(({ copyVerified, paper }, index) => {
      const own = paperOf(paper);
      return own && copyVerified === true && !VERIFIED.test(own.text)
        ? [denied(`evidence.${index}.copyVerified`, true, false, own, '全文没有与原件核对的记载')]
        : [];
    }),
    ...(file.services ?? []).flatMap(({ signed, paper }, index) => {
      const own = paperOf(paper);
      const open = own?.kind === 'proof-of-service' && signed === true ? OPEN_RECEIPT.exec(own.text) : null;
      return own && open ? [denied(`services.${index}.signed`, true, false, own, open[0])] : [];
    }),
    ...stagesDeny(file, paperOf),
  ];
}

type PaperOf = (id: string | undefined) => (Paper & { text: string }) | undefined;

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');

function denied(
  path: string,
  noted: unknown,
  stated: unknown,
  { id, title }: Paper,
  quote: string,
): OtherWords {
  return { path, noted, stated, paper: id, title, quote: quote.trim() };
}

const VERIFIED = /原件|核对|一致|无误|相符|属实/;
const UNSIGNED = String.raw`(?:\(?(?:未签名?|没有签名|无签名|空白|未签字|未签署)\)?|_{2,})`;
/** 收件人签名: and then nothing but the day or the server. */
const OPEN_RECEIPT = new RegExp(
  String.raw`(?:收件人|签收人|代收人|受送达人)(?:签名|签字|签章|签名或者?盖章|\(签名或盖章\)|\(签名\)):(?:${UNSIGNED}|(?=[,。;\n]|$|\d{4}年|送达人))`,
);

const BASIS = /(?:依据|根据|依照|按照|适用|参照)[^。;\n]{0,80}(?:第[^。;\n]{1,8}条|\d+条)/;
const PROCEDURAL = /《(?:中华人民共和国)?行政处罚法》|《[^》]*(?:程序|裁量|听证)[^》]*》/g;

function decisionDenies(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { decision } = file;
  const own = paperOf(decision?.paper);
  if (!decision || !own || own.kind !== 'decision') return [];
  const { text } = own;
  const { remedies, performance } = decision;
  const gone = (path: string, noted: unknown, quote: string) =>
    noted === undefined ? [] : [denied(`decision.${path}`, noted, undefined, own, quote)];
  // Remedies are the last of what a decision tells: without them the text may still be whole.
  const ends = /(?:当事人|被处罚人)/.test(text) && /违反/.test(text) && /依据|根据|依照/.test(text);
  if (!ends) return [];
  const late = /复议|诉讼|缴|\d{4}年\d{1,2}月\d{1,2}日$/.test(text);
  if (!late) return [];
  const whole = wholeDecisionText(file) !== undefined;
  return [
    ...(/复议/.test(text)
      ? []
      : [
          ...gone('remedies.reconsiderationBody', remedies?.reconsiderationBody, '全文没有复议的途径'),
          ...gone('remedies.reconsiderationDays', remedies?.reconsiderationDays, '全文没有复议的期限'),
        ]),
    ...(/诉讼|起诉/.test(text)
      ? []
      : [
          ...gone('remedies.court', remedies?.court, '全文没有诉讼的途径'),
          ...gone('remedies.litigationMonths', remedies?.litigationMonths, '全文没有诉讼的期限'),
        ]),
    ...(whole && !/缴|交(?:纳|至|到)|履行/.test(text)
      ? [
          ...gone('performance.manner', performance?.manner, '全文没有履行的方式'),
          ...gone('performance.days', performance?.days, '全文没有履行的期限'),
        ]
      : []),
    ...(whole && decision.evidenceListed && !/证据|笔录|为证|为凭|证实|佐证|印证|证明/.test(text)
      ? [denied('decision.evidenceListed', true, false, own, '全文没有证据')]
      : []),
    ...(whole && decision.basisStated && !BASIS.test(text.replaceAll(PROCEDURAL, ''))
      ? [denied('decision.basisStated', true, false, own, '全文没有处罚依据的条款')]
      : []),
    ...(whole && !/[\d〇零一二三四五六七八九]年|年月/.test(text.slice(-160))
      ? gone('date', decision.date, '落款处没有日期')
      : []),
  ];
}

type Notice = NonNullable<CaseFile['priorNotices']>[number];

function noticeDenies(
  { rights, states }: Notice,
  path: string,
  own: (Paper & { text: string }) | undefined,
): OtherWords[] {
  if (own?.kind !== 'prior-notice' || !/拟|违反/.test(own.text)) return [];
  const { text } = own;
  const left = (rights ?? []).filter((right) => RIGHTS[right].test(text));
  return [
    ...(rights && left.length < rights.length
      ? [denied(`${path}.rights`, rights, left, own, '全文没有告知全部权利')]
      : []),
    ...(states?.basis && !BASIS.test(text.replaceAll(PROCEDURAL, ''))
      ? [denied(`${path}.states.basis`, true, false, own, '全文没有拟处罚依据的条款')]
      : []),
    ...(states?.facts && !/查|发现|\d{4}年\d{1,2}月/.test(text.replace(/\d{4}年\d{1,2}月\d{1,2}日$/, ''))
      ? [denied(`${path}.states.facts`, true, false, own, '全文没有违法事实')]
      : []),
    ...(states?.content &&
    !/罚款|没收|警告|吊销|停产|停业|关闭|限制|拆除|暂扣|降低|通报批评|行政拘留|不予(?:行政)?处罚/.test(text)
      ? [denied(`${path}.states.content`, true, false, own, '全文没有拟处罚的内容')]
      : []),
  ];
}

const RIGHTS = { statement: /陈述/, defence: /申辩|辩解|辩护/, hearing: /听证/ };

type Act = NonNullable<CaseFile['acts']>[number];

const BY_PARTY =
  /(?:被询问人|被检查人|当事人|被调查人|现场负责人|被抽样人|被检查单位|见证人)(?:或见证人)?(?:\(?(?:签名|签字|签章)(?:或者?盖章)?\)?)?:/;
const BY_OFFICERS =
  /(?:执法人员|询问人|检查人|调查人|记录人|检查人员|询问人员|抽样人员)(?:\(?(?:签名|签字)\)?)?:/;
const PARTY_UNSIGNED = new RegExp(
  `${BY_PARTY.source}${UNSIGNED}|(?:被询问人|被检查人|当事人|现场负责人)(?:没有|未)(?:在[^。;\\n]{0,12})?(?:签名|签字)(?![^。;\\n]{0,30}(?:注明|拒绝))`,
);
const OFFICERS_UNSIGNED = new RegExp(
  `${BY_OFFICERS.source}${UNSIGNED}|(?:执法人员|询问人|检查人员?)(?:均)?(?:没有|未)(?:在[^。;\\n]{0,12})?(?:签名|签字)`,
);
const SEVERAL_ASKED =
  /被询问人(?:姓名)?:(?<one>\p{sc=Han}{2,5})(?:、|和|及|与)(?<other>\p{sc=Han}{2,5})(?=[,。;(\n]|$)/u;
const SHOWN = /证件|执法证|工作证|证号|亮证|检查证/;

function recordDenies(act: Act, path: string, own: (Paper & { text: string }) | undefined): OtherWords[] {
  if (!own || (own.kind !== 'inspection-record' && own.kind !== 'interview-record')) return [];
  const { text } = own;
  const party = act.partySigned === true && !act.refusalNoted ? PARTY_UNSIGNED.exec(text) : null;
  const officers = act.officersSigned?.length ? OFFICERS_UNSIGNED.exec(text) : null;
  const asked = act.kind === 'interview' ? SEVERAL_ASKED.exec(text) : null;
  const silent = act.certificatesShown === true && !SHOWN.test(text);
  return [
    ...(party ? [denied(`${path}.partySigned`, true, false, own, party[0])] : []),
    ...(officers ? [denied(`${path}.officersSigned`, act.officersSigned, [], own, officers[0])] : []),
    ...(asked?.groups && (act.interviewees ?? []).length < 2
      ? [
          denied(
            `${path}.interviewees`,
            act.interviewees ?? act.interviewee,
            [asked.groups.one, asked.groups.other],
            own,
            asked[0],
          ),
        ]
      : []),
    ...(silent ? [denied(`${path}.certificatesShown`, true, false, own, '全文没有出示证件的记载')] : []),
    ...(act.recusalTold === true && !own.title.includes('证人') && !text.includes('回避')
      ? [denied(`${path}.recusalTold`, true, false, own, '全文没有告知回避的记载')]
      : []),
  ];
}

const HEARING_UNSIGNED = /(?:当事人|代理人)[^。;\n]{0,8}(?:未|没有)(?:在[^。;\n]{0,12})?(?:签名|签字)/;
const REVIEW_UNSIGNED = new RegExp(
  String.raw`审核人(?:员)?(?:\(?(?:签名|签字)\)?)?:(?:${UNSIGNED}|(?=[,。;\n(]|$|\d{4}年))`,
);
const SUSPECTED =
  /(?<![不未]|没有|是否|可能|无|能否)(?:已经?|依法|构成|明显)?涉嫌(?:构成)?[^,。;\n]{0,14}?(?:犯罪|罪)(?!的?(?:情形|线索|问题)?(?:的?可能)?(?:不|没有|未))|(?<!不|无需|不需要?|没有)(?:应当?|需要?|建议)(?:依法)?移送(?:公安|司法)/;
const NEGATED = /没有|未发现|未达|不涉嫌|不构成|不存在|无涉嫌|不应|无需|不需|未涉嫌|尚未|没达|低于|不足/;

function stagesDeny(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { hearing, review, referral } = file;
  const record = (file.papers ?? []).find(({ kind }) => kind === 'hearing-record');
  const heard = paperOf(record?.id);
  const unsigned =
    heard && hearing?.record?.signedByParty === true ? HEARING_UNSIGNED.exec(heard.text) : null;
  const opinion = paperOf(review?.paper);
  const open = opinion && review?.signed === true ? REVIEW_UNSIGNED.exec(opinion.text) : null;
  const suspecting =
    referral?.suspected === false ? [paperOf(file.closingReport?.paper), opinion].flatMap(suspicion) : [];
  return [
    ...(heard && unsigned ? [denied('hearing.record.signedByParty', true, false, heard, unsigned[0])] : []),
    ...(opinion && open ? [denied('review.signed', true, false, opinion, open[0])] : []),
    ...suspecting.slice(0, 1),
    ...approvers(file, paperOf),
  ];
}

function suspicion(own: (Paper & { text: string }) | undefined): OtherWords[] {
  for (const clause of own?.text.split(/[。;\n]/) ?? []) {
    const found = NEGATED.test(clause) ? null : SUSPECTED.exec(clause);
    if (own && found) return [denied('referral.suspected', false, true, own, clause.slice(-40))];
  }
  return [];
}

/** 同意立案。某某（大队长）: the one who approved by the head's name is told to be somebody below. */
function approvers(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  return (['filing', 'approval'] as const).flatMap((stage) => {
    const noted = file[stage];
    const own = paperOf(noted?.paper);
    const name = noted?.approver?.normalize('NFKC');
    if (!own || !name || noted?.approverRole !== 'head') return [];
    const at = own.text.indexOf(`${name}(`);
    const role = at < 0 ? undefined : /^\(([^()]{2,14})\)/.exec(own.text.slice(at + name.length))?.[1];
    return role && /(?:大队|中队|支队|科|股|室|所|处|队)长$/.test(role) && !/局长|主任|县长|区长/.test(role)
      ? [denied(`${stage}.approverRole`, 'head', 'unit-head', own, `${name}（${role}）`)]
      : [];
  });
}
