import { factsPassage } from '../facts-passage.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { decidedResult, groundOfSparing } from '../words/decided-result.ts';
import { discretionFacts } from '../words/discretion-facts.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { firstIn, matchesIn, sentencesIn } from '../words/match-in.ts';
import { ownNumberIn } from '../words/own-number-in.ts';
import { partyOf } from '../words/party-of.ts';
import { orderedPenalties, type PenaltyIn } from '../words/penalties-in.ts';
import { penaltyFacts } from '../words/penalty-facts.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { provisionFacts, provisionsIn } from '../words/provisions-in.ts';
import { signatureIn } from '../words/signature-in.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const PARTY = /^(?:当事人|被处罚(?:人|单位)|违法(?:单位|行为人)|受处罚(?:人|单位))/;
const ADDRESS =
  /^(?:住所|住址|地址|单位地址|经营场所|经营地址|家庭住址|现住址|住所地|住所\(住址\)|户籍地址|联系地址)/;
const EVIDENCE =
  /(?:以上|上述|前述)(?:违法)?事实(?!清楚)[^。\n]{0,20}(?:证据(?![确充])|为证|证明|证实|佐证|为凭)|证明上述(?:违法)?事实|(?:有|下列|以下|主要)[^。;\n]{0,80}(?:为证|证据证明|证据证实|等证据|为凭)/;
const KINDS_OF_IT =
  '(?:笔录|照片|记录|凭证|报告|台账|票据|复印件|截图|录像|视频|陈述|证言|结论|清单|鉴定|执照|函)';
/** 证据：1.现场笔录…, 证据有：…, 以上事实有现场笔录…在案证实, 有照片6张证明; 证据 as a heading of its own line. */
const LISTED = new RegExp(
  [
    `证据(?:材料)?(?:目录|清单)?(?:主要)?(?:有|如下|包括|为)?:[^。\\n]{0,40}${KINDS_OF_IT}`,
    `(?<=^|\\n)[^\\n。;:]{0,5}证据\\n[^\\n]{0,40}${KINDS_OF_IT}`,
    `(?:以上|上述|前述|该)(?:违法)?事实,?(?:有|由|经)[^。\\n]{0,160}?${KINDS_OF_IT}[^。\\n]{0,120}?(?:为证|证明|证实|佐证|为凭|在案|印证)`,
    `,有[^。;\\n]{0,12}${KINDS_OF_IT}[^。;\\n]{0,80}?(?:为证|证明|证实|佐证|为凭|在案|印证)`,
  ].join('|'),
);
const ANSWER =
  /(?:陈述|申辩|听证|意见|理由|请求|主张|提出)[^。\n]{0,120}?(?:不予采[纳信]|予以采[纳信]|部分采[纳信]|应予采[纳信]|不(?:能)?成立|予以考虑|不影响|不予支持|予以支持)|(?:不予采[纳信]|予以采[纳信]|部分采[纳信]|不(?:能)?成立)/;

/** 行政处罚决定书 and 不予行政处罚决定书: who decided what, when, under which number, on which grounds. */
export const decision: Reader = (paper, dossier) => {
  if (paper.kind !== 'decision' && paper.kind !== 'no-penalty-decision') return [];
  const view = plainView(paper.text);
  const { penalties, from, first } = orderedPenalties(view, 'decided');
  const result = decidedResult(view, paper.kind === 'no-penalty-decision', penalties);
  const imposed = result?.value === 'penalty' ? penalties : [];
  const { breached, punishing } = provisionsIn(
    view,
    imposed.length > 0 && from !== undefined
      ? groundsEnd(view, from, first)
      : (result?.from ?? view.text.length),
  );
  const ground = result?.value === 'no-penalty' ? groundOfSparing(view) : undefined;
  return [
    ...headFacts(view),
    ...(result ? [stated('decision.result', result.value, result)] : []),
    ...(ground ? [stated('decision.noPenaltyGround', ground.value, ground)] : []),
    ...penaltyFacts('decision', imposed),
    ...wordFacts(imposed),
    ...provisionFacts('provisions.breached', breached),
    ...provisionFacts('provisions.punishing', punishing),
    ...(punishing[0] ? [stated('decision.basisStated', true, punishing[0])] : []),
    ...contentFacts(paper, view, dossier),
    ...discretionFacts(view),
  ];
};

/** Under a head such as 处罚依据和决定： or 【决定】 the grounds are told within the operative passage, before its first penalty. */
function groundsEnd({ text }: PlainView, from: number, first = from): number {
  return /违反|违背|(?:依据|依照|根据|按照)[^。]{0,4}《/.test(text.slice(from, first)) ? first : from;
}

function headFacts(view: PlainView): StatedFact[] {
  const { day, organ, seal } = signatureIn(view);
  const number = ownNumberIn(view);
  return [
    ...(day ? [stated('decision.date', day.day, day)] : []),
    ...(organ ? [stated('decision.organName', organ.name, organ)] : []),
    ...(seal ? [stated('decision.sealName', seal.name, seal)] : []),
    ...(number ? [stated('decision.number', number.number, number)] : []),
  ];
}

/** The fine in capitals, or in words beside its figures. */
function wordFacts(penalties: readonly PenaltyIn[]): StatedFact[] {
  const fine = penalties.find(({ type }) => type === 'fine');
  const words = fine?.inWords;
  const capitals =
    words &&
    (/[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(words.words) ||
      words.end - words.start < fine.amount!.end - fine.amount!.start);
  return capitals ? [stated('decision.amountInWords', words.words, words)] : [];
}

function contentFacts(paper: Paper, view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const fields = fieldsOf(paper);
  const party =
    fields.find(({ label }) => PARTY.test(label)) ??
    fields.find(({ label }) => /^(?:姓名|名称)/.test(label)) ??
    addressedIn(view, dossier);
  const address = fields.find(({ label }) => ADDRESS.test(label)) ?? addressAbove(view);
  const facts = factsPassage(view);
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const evidence =
    sentences.find(({ text }) => EVIDENCE.test(text)) ?? firstIn(view, EVIDENCE) ?? firstIn(view, LISTED);
  const answer = sentences.find(({ text }) => ANSWER.test(text));
  return [
    ...(party ? [stated('decision.partyNamed', true, party)] : []),
    ...(address ? [stated('decision.addressNamed', true, address)] : []),
    ...(facts ? [stated('decision.factsStated', true, facts)] : []),
    ...(evidence ? [stated('decision.evidenceListed', true, evidence)] : []),
    ...(answer ? [stated('decision.defenceAnswered', true, answer)] : []),
  ];
}

/** As much of a decision as names its party. */
const HEAD = 500;

/** 当事人：某公司，统一社会信用代码…，住所某市某路2号，法定代表人…: within the words that name the party. */
function addressAbove(view: PlainView) {
  const head = view.text.slice(0, HEAD).split(/\n(?=[^\n]{0,60}(?:立案|经查|查明|调查))/)[0] ?? '';
  return firstIn(
    view,
    /,(?:现?住(?:所地?|址)?|(?:单位|经营|注册)?地址|经营场所)[于在:]?[^,。;\n:]{2,40}?(?:号|[路街巷村组室道区镇乡])/,
    head,
  );
}

/** The line to which a decision is addressed: 某某公司：. */
function addressedIn(view: PlainView, dossier: readonly Paper[]) {
  const name = partyOf(dossier)?.name;
  return matchesIn(view, /(?<=\n)(?<to>[^\n:,。;]{2,40}):?(?=\n)/, view.text.slice(0, HEAD)).find(
    ({ part }) => name !== undefined && part.to?.words.replaceAll(/[ \u3000：:]/g, '') === name,
  );
}
