import type { CaseFile } from '../../cases/case-file.ts';
import { wordsOnCrime } from '../crime/words-on-crime.ts';
import { withoutRefusal } from '../hearing/hearing-refused.ts';
import { wholeDecisionText } from '../steps/whole-decision-text.ts';
import { deniedWords, type PaperOf, type PlainPaper, plainText, UNSIGNED } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';
import { wordsOnAmounts } from './words-on-amounts.ts';
import { wordsOnAnnouncement } from './words-on-announcement.ts';
import { wordsOnApprovals } from './words-on-approvals.ts';
import { wordsOnCollecting } from './words-on-collecting.ts';
import { wordsOnHearing } from './words-on-hearing.ts';
import { wordsOnInterviews } from './words-on-interviews.ts';
import { wordsOnKeeping } from './words-on-keeping.ts';
import { wordsOnLeaving } from './words-on-leaving.ts';
import { wordsOnOfficers } from './words-on-officers.ts';
import { wordsOnParticulars } from './words-on-particulars.ts';
import { wordsOnPlace } from './words-on-place.ts';
import { wordsOnRelations } from './words-on-relations.ts';
import { wordsOnRequest } from './words-on-request.ts';
import { wordsOnSigning } from './words-on-signing.ts';
import { wordsOnStages } from './words-on-stages.ts';
import { wordsOnTaking } from './words-on-taking.ts';

/** A paper shorter than this is an extract: what it leaves out may stand in the rest. */
const WHOLE = 80;

/**
 * What was noted of a paper and its own words deny: a record that ends without the signature noted, a decision that has
 * no word of the remedies noted. `stated` is then what the words leave: `false`, fewer, or nothing.
 */
export function wordsDenyingNotes(file: CaseFile): OtherWords[] {
  if (file.sources?.some(({ by }) => by === 'rule' || by === 'model')) return [];
  const papers = new Map((file.papers ?? []).map((paper) => [paper.id, paper]));
  const paperOf = (id: string | undefined) => {
    const paper = id === undefined ? undefined : papers.get(id);
    return paper?.text && paper.text.length >= WHOLE ? { ...paper, text: plainText(paper.text) } : undefined;
  };
  // What is said outright counts in an extract too.
  const shortPaperOf = (id: string | undefined) => {
    const paper = id === undefined ? undefined : papers.get(id);
    return paper?.text ? { ...paper, text: plainText(paper.text) } : undefined;
  };
  return [
    ...wordsOnParticulars(file, paperOf),
    ...wordsOnOfficers(file, shortPaperOf),
    ...wordsOnApprovals(file, shortPaperOf),
    ...wordsOnAmounts(file, shortPaperOf),
    ...wordsOnRelations(file, shortPaperOf),
    ...wordsOnSigning(file, shortPaperOf),
    ...wordsOnAnnouncement(file, shortPaperOf),
    ...wordsOnInterviews(file, shortPaperOf),
    ...wordsOnTaking(file, shortPaperOf),
    ...wordsOnLeaving(file, shortPaperOf),
    ...wordsOnHearing(file, shortPaperOf),
    ...wordsOnRequest(file, shortPaperOf),
    ...wordsOnCrime(file, shortPaperOf),
    ...wordsOnPlace(file, shortPaperOf),
    ...wordsOnKeeping(file, shortPaperOf),
    ...wordsOnCollecting(file, shortPaperOf),
    ...decisionDenies(file, paperOf),
    ...(file.priorNotices ?? []).flatMap((notice, index) =>
      noticeDenies(notice, `priorNotices.${index}`, paperOf(notice.paper)),
    ),
    ...(file.acts ?? []).flatMap((act, index) => recordDenies(act, `acts.${index}`, paperOf(act.paper))),
    ...(file.services ?? []).flatMap(({ signed, paper }, index) => {
      const own = paperOf(paper);
      const open = own?.kind === 'proof-of-service' && signed === true ? OPEN_RECEIPT.exec(own.text) : null;
      return own && open ? [deniedWords(`services.${index}.signed`, true, false, own, open[0])] : [];
    }),
    ...wordsOnStages(file, paperOf),
  ];
}

/** 收件人签名: and then nothing but the day or the server. */
const OPEN_RECEIPT = new RegExp(
  String.raw`(?:收件人|签收人|代收人|受送达人)(?:签名|签字|签章|签名或者?盖章|\(签名或盖章\)|\(签名\)):(?:${UNSIGNED}|(?=[,。;\n]|$|\d{4}年|送达人))`,
);

/** Also 拟按该法第七十九条, 依《…》第十三条, 依第一百二十六条: not 依法, 按时. */
const BASIS =
  /(?:依据|根据|依照|按照|适用|参照|(?:依|按|据)(?=《|第|[该本前同此上]))[^。;\n]{0,80}(?:第[^。;\n]{1,8}条|\d+条)/;
const PROCEDURAL = /《(?:中华人民共和国)?行政处罚法》|《[^》]*(?:程序|裁量|听证)[^》]*》/g;

function decisionDenies(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { decision } = file;
  const own = paperOf(decision?.paper);
  if (!decision || !own || own.kind !== 'decision') return [];
  const { text } = own;
  const { remedies, performance } = decision;
  // 复议、诉讼期间不停止执行 opens no way to either.
  const redress = text.replaceAll(/(?:行政)?复议[、和及或者]{1,2}(?:行政)?诉讼期间/g, '');
  const gone = (path: string, noted: unknown, quote: string) =>
    noted === undefined ? [] : [deniedWords(`decision.${path}`, noted, undefined, own, quote)];
  // Remedies are the last of what a decision tells: without them the text may still be whole.
  const ends = /(?:当事人|被处罚人)/.test(text) && /违反/.test(text) && /依据|根据|依照/.test(text);
  if (!ends) return [];
  const late = /复议|诉讼|缴|\d{4}年\d{1,2}月\d{1,2}日$/.test(text);
  if (!late) return [];
  const whole = wholeDecisionText(file) !== undefined;
  return [
    ...(/复议/.test(redress)
      ? []
      : [
          ...gone('remedies.reconsiderationBody', remedies?.reconsiderationBody, '全文没有复议的途径'),
          ...gone('remedies.reconsiderationDays', remedies?.reconsiderationDays, '全文没有复议的期限'),
        ]),
    ...(/诉讼|起诉/.test(redress)
      ? []
      : [
          ...gone('remedies.court', remedies?.court, '全文没有诉讼的途径'),
          ...gone('remedies.litigationMonths', remedies?.litigationMonths, '全文没有诉讼的期限'),
        ]),
    ...(whole && !/缴|交(?:纳|至|到)|履行|执行|改正/.test(text)
      ? [
          ...gone('performance.manner', performance?.manner, '全文没有履行的方式'),
          ...gone('performance.days', performance?.days, '全文没有履行的期限'),
        ]
      : []),
    ...(whole && decision.evidenceListed && !/证据|笔录|为证|为凭|证实|佐证|印证|证明/.test(text)
      ? [deniedWords('decision.evidenceListed', true, false, own, '全文没有证据')]
      : []),
    ...(whole && decision.basisStated && !BASIS.test(text.replaceAll(PROCEDURAL, ''))
      ? [deniedWords('decision.basisStated', true, false, own, '全文没有处罚依据的条款')]
      : []),
    ...(whole && file.provisions?.breached?.length && !/违反[^。;\n]{0,80}第/.test(text)
      ? [deniedWords('provisions.breached', file.provisions.breached, [], own, '全文没有违反的条款')]
      : []),
    ...(whole && decision.defenceAnswered && file.defence?.submitted && !ANSWERS.test(text)
      ? [deniedWords('decision.defenceAnswered', true, false, own, '全文没有对陈述申辩的答复')]
      : []),
    ...sealDenied(file, own, whole),
    ...headDenied(file, own),
    ...(whole && !/[\d〇零一二三四五六七八九]年|年月|20\d{2}[-./]\d{1,2}[-./]\d{1,2}/.test(text.slice(-160))
      ? gone('date', decision.date, '落款处没有日期')
      : []),
  ];
}

const ANSWERS = /采纳|采信|复核|成立|支持|接受|考虑|属实|认为|理由/;
const SEALED = /\((?:印章|公章|盖章|印)\)|加盖/;
/** Of a file whose other papers show their seals, the decision's end shows none. */
function sealDenied({ papers = [], decision }: CaseFile, own: PlainPaper, whole: boolean): OtherWords[] {
  const sealed = papers.filter(({ id, text }) => id !== own.id && text && SEALED.test(plainText(text)));
  return whole && decision?.sealName && sealed.length > 1 && !/印|章/.test(own.text.slice(-200))
    ? [deniedWords('decision.sealName', decision.sealName, '（未见印章）', own, own.text.slice(-30))]
    : [];
}

/** 某局执法大队 over the decision of the 某局: a unit of the agency makes none in its own name. */
function headDenied({ decision, agency }: CaseFile, own: PlainPaper): OtherWords[] {
  const head = own.text.split('\n')[0] ?? '';
  const name = plainText(agency.name);
  const unit =
    head.startsWith(name) &&
    /^[\p{sc=Han}]{1,12}(?:大队|支队|中队|总队|科|股|所|室)$/u.test(head.slice(name.length));
  return decision?.organName && unit
    ? [deniedWords('decision.organName', decision.organName, head, own, head)]
    : [];
}

type Notice = NonNullable<CaseFile['priorNotices']>[number];

function noticeDenies({ rights, states }: Notice, path: string, own: PlainPaper | undefined): OtherWords[] {
  if (own?.kind !== 'prior-notice' || !/拟|违反/.test(own.text)) return [];
  const { text } = own;
  const open = withoutRefusal(text);
  const left = (rights ?? []).filter((right) => RIGHTS[right].test(right === 'hearing' ? open : text));
  return [
    ...(rights && left.length < rights.length
      ? [deniedWords(`${path}.rights`, rights, left, own, '全文没有告知全部权利')]
      : []),
    ...(states?.basis && !BASIS.test(text.replaceAll(PROCEDURAL, ''))
      ? [deniedWords(`${path}.states.basis`, true, false, own, '全文没有拟处罚依据的条款')]
      : []),
    ...(states?.facts && !/查|发现|\d{4}年\d{1,2}月/.test(text.replace(/\d{4}年\d{1,2}月\d{1,2}日$/, ''))
      ? [deniedWords(`${path}.states.facts`, true, false, own, '全文没有违法事实')]
      : []),
    ...(states?.content && !CONTENT.test(text)
      ? [deniedWords(`${path}.states.content`, true, false, own, '全文没有拟处罚的内容')]
      : []),
  ];
}

/** Also 拟罚12000元, 罚你4000元: not the number of a notice. */
const CONTENT =
  /罚款|没收|警告|吊销|停产|停业|关闭|限制|拆除|暂扣|降低|通报批评|行政拘留|不予(?:行政)?处罚|罚(?![告字决听审处])[^。;,〔[\n]{0,8}\d/;
const RIGHTS = {
  statement: /陈述/,
  defence: /申辩|辩解|辩护/,
  hearing: /(?:要求|申请|举行|组织|享有|有|想要?|(?<![不无])要)[^。;\n]{0,10}听证|听证的?权利/,
};

type Act = NonNullable<CaseFile['acts']>[number];

const BY_PARTY =
  /(?:被询问人|被检查人|当事人|被调查人|现场负责人|被抽样人|被检查单位|见证人)(?:或见证人)?(?:\(?(?:签名|签字|签章)(?:或者?盖章)?\)?)?:/;
const BY_OFFICERS =
  /(?:执法人员|询问人|检查人|调查人|记录人|检查人员|询问人员|抽样人员)(?:\(?(?:签名|签字)\)?)?:/;
const PARTY_UNSIGNED = new RegExp(
  `${BY_PARTY.source}${UNSIGNED}|(?:被询问人|被检查人|当事人|现场负责人)(?:没有|未)(?:在[^。;\\n]{0,12})?(?:签名|签字)(?![^。;\\n]{0,30}(?:注明|拒绝))|(?:被询问人|被检查人|当事人)(?:签名|签字)(?:处|栏)(?:没有(?:签名|签字)|空白|为空|无签名|未见签名)`,
);
const OFFICERS_UNSIGNED = new RegExp(
  `${BY_OFFICERS.source}${UNSIGNED}|(?:执法人员|询问人|检查人员?)(?:均)?(?:没有|未)(?:在[^。;\\n]{0,12})?(?:签名|签字)`,
);
const SEVERAL_ASKED =
  /被询问人(?:姓名)?:(?<one>\p{sc=Han}{2,5})(?:\([^()\n]{1,20}\))?(?:、|和|及|与)(?<other>(?![男女]|汉族|电话|住址|职务|职业|身份)\p{sc=Han}{2,5})(?=[,。;(\n]|$)/u;
/** From when and where to who read it over: what such a record leaves out is not in it. */
const WHOLE_RECORD = /(?:检查|询问|勘验|复查)(?:时间|地点)[\s\S]*(?:签名|签字|无误|属实|相符)/;
const SHOWN = /证件|执法证|工作证|证号|亮证|检查证/;

function recordDenies(act: Act, path: string, own: PlainPaper | undefined): OtherWords[] {
  if (!own || (own.kind !== 'inspection-record' && own.kind !== 'interview-record')) return [];
  const { text } = own;
  const party = act.partySigned === true && !act.refusalNoted ? PARTY_UNSIGNED.exec(text) : null;
  const officers = act.officersSigned?.length ? OFFICERS_UNSIGNED.exec(text) : null;
  const asked = act.kind === 'interview' ? SEVERAL_ASKED.exec(text) : null;
  const whole = WHOLE_RECORD.test(text);
  const silent = whole && act.certificatesShown === true && !SHOWN.test(text);
  return [
    ...(party ? [deniedWords(`${path}.partySigned`, true, false, own, party[0])] : []),
    ...(officers ? [deniedWords(`${path}.officersSigned`, act.officersSigned, [], own, officers[0])] : []),
    ...(asked?.groups && (act.interviewees ?? []).length < 2
      ? [
          deniedWords(
            `${path}.interviewees`,
            act.interviewees ?? act.interviewee,
            [asked.groups.one, asked.groups.other],
            own,
            asked[0],
          ),
        ]
      : []),
    ...(silent ? [deniedWords(`${path}.certificatesShown`, true, false, own, '全文没有出示证件的记载')] : []),
    ...(whole && act.recusalTold === true && !own.title.includes('证人') && !text.includes('回避')
      ? [deniedWords(`${path}.recusalTold`, true, false, own, '全文没有告知回避的记载')]
      : []),
  ];
}
