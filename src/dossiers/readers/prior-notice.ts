import { factsPassage } from '../facts-passage.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isTicked } from '../words/is-ticked.ts';
import { daysWhere, sentencesIn } from '../words/match-in.ts';
import { ownNumberIn } from '../words/own-number-in.ts';
import { orderedPenalties } from '../words/penalties-in.ts';
import { penaltyFacts } from '../words/penalty-facts.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { provisionFacts, provisionsIn } from '../words/provisions-in.ts';
import { signatureIn } from '../words/signature-in.ts';
import { waiverFacts, waiverIn } from '../words/waiver-in.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const RIGHTS = { statement: /陈述/, defence: /申辩|辩解/, hearing: /听证/ } as const;
/** Words by which a paper grants a right; those by which it says that there is none. */
const GRANTS =
  /有权|可以|可(?:在|于|以|向|自|依法)|权利|享有|如(?:果)?(?:要求|申请|对|有)|请(?:在|于)|应当?(?:在|于|自)|提出/;
const DENIES = /不适用|不属于|不符合|不具有|无权|不享有|逾期|视为/;
/** What the form prints for whoever fills it in. */
const NOTE = /[((](?:注|备注|说明|提示)[:,][^()]*[))]|(?<=^|\n)(?:注|备注|说明|填写说明)[:\d][^\n]*/g;
const REASONS =
  /从轻|减轻|从重|初次|首次|及时改正|积极(?:配合|整改|改正)|裁量|情节|鉴于|考虑|(?:构成|属于?|系)(?:了)?[^,。;:\n]{2,40}(?:违法)?行为(?!的)/;

/** 因涉及人数较多，依据…拟罚款, 综合超标倍数和改正情况，拟罚款, 按期改正，拟罚款: a circumstance from which the measure follows. */
const WHY =
  /(?:(?<!原|曾)因(?!此|而|未|涉嫌|其?违法)|由于|综合)[^。;\n]{4,80},[^。;\n]*(?:拟|决定|从轻|从重|属[^,。;\n]{0,6}(?:情形|档次?|阶次|情节))|(?:按期|按时|期限内|如期|主动|及时)(?:改正|整改|清除|消除|召回|退还|退赔)[^。;\n]{0,20},[^。;\n]{0,60}拟|(?:当日|当场|立即)(?:即|已)?(?:清除|改正|消除|停止)[^。;\n]{0,12},[^。;\n]{0,60}拟/;
/** 依据第六十条第一款第三项拟处罚款: an article of the law named before. */
const BASIS =
  /(?:依据|根据|依照|按照)(?:(?:该|上述|前述|同一)(?:法|条例|办法|规定|规章)?)?第[一二三四五六七八九十百零〇\d]{1,6}条[^。;\n]*?拟|拟(?:依据|根据|依照|按照)[^。;\n]{0,30}第[一二三四五六七八九十百零〇\d]{1,6}条/;

/** 行政处罚事先告知书, alone or together with 听证告知; a paper of its own on the hearing adds its right to the notice. */
export const priorNotice: Reader = (paper, dossier) => {
  const view = plainView(paper.text);
  if (paper.kind === 'hearing-right-notice') {
    const notice = noticeBefore(paper, dossier);
    if (notice)
      return [...rightFacts(`priorNotices[${notice.id}]`, view, ['hearing']), ...waivedAtFoot(view, dossier)];
  } else if (paper.kind !== 'prior-notice') return [];
  const key = `priorNotices[${paper.id}]`;
  return [
    ...headFacts(key, view, paper),
    ...contentFacts(key, view, dossier),
    ...rightFacts(key, view, ['statement', 'defence', 'hearing']),
    ...answerFacts(view, paper, dossier),
    ...waivedAtFoot(view, dossier),
  ];
};

function noticeBefore(paper: Paper, dossier: readonly Paper[]): Paper | undefined {
  const notices = dossier.filter(({ kind, sameAs }) => kind === 'prior-notice' && !sameAs);
  const at = dossier.indexOf(paper);
  return notices.findLast((one) => dossier.indexOf(one) < at) ?? notices[0];
}

function headFacts(key: string, view: PlainView, paper: Paper): StatedFact[] {
  const { day, organ } = signatureIn(view);
  const number = ownNumberIn(view);
  const told = toldOn(view, paper);
  const date = day ?? told;
  return [
    ...(date ? [stated(`${key}.date`, date.day, date)] : []),
    ...(told ? [stated(`${key}.servedOn`, told.day, told)] : []),
    ...(organ ? [stated(`${key}.organName`, organ.name, organ)] : []),
    ...(number ? [stated(`${key}.number`, number.number, number)] : []),
  ];
}

function contentFacts(key: string, view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const { penalties, from } = orderedPenalties(view, 'intended');
  const { breached, punishing } = provisionsIn(view, from ?? view.text.length);
  const facts = factsPassage(view);
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const reasons =
    sentences.find((one) => REASONS.test(one.text) && (from === undefined || one.from <= from)) ??
    sentences.find(({ text }) => WHY.test(text) && !/请求|如不|逾期|视为/.test(text));
  const basis = punishing[0] ?? sentences.find(({ text }) => BASIS.test(text));
  const decided = dossier.some(({ kind }) => kind === 'decision' || kind === 'no-penalty-decision');
  const prefixes = decided ? [key] : [key, 'provisions'];
  return [
    ...penaltyFacts(key, penalties),
    ...prefixes.flatMap((prefix) => [
      ...provisionFacts(`${prefix}.breached`, breached),
      ...provisionFacts(`${prefix}.punishing`, punishing),
    ]),
    ...(facts
      ? [stated(`${key}.facts`, view.original(facts.from, facts.from + facts.text.length), facts)]
      : []),
    ...(penalties[0] ? [stated(`${key}.states.content`, true, penalties[0])] : []),
    ...(facts ? [stated(`${key}.states.facts`, true, facts)] : []),
    ...(reasons ? [stated(`${key}.states.reasons`, true, reasons)] : []),
    ...(basis ? [stated(`${key}.states.basis`, true, basis)] : []),
  ];
}

/** 告知笔录: the party answers at once that it will not defend itself. */
function answerFacts(view: PlainView, paper: Paper, dossier: readonly Paper[]): StatedFact[] {
  const answer = sentencesIn(view).find(({ text }) => /^(?:答|被告知人|当事人)[:,\s]/.test(text));
  if (!answer) return [];
  const day = toldOn(view, paper) ?? signatureIn(view).day;
  return waiverFacts(waiverIn(view, answer.start), /笔录/.test(paper.title) ? day : undefined, dossier);
}

/** 告知笔录: told by word of mouth, on the day of the record. */
const toldOn = (view: PlainView, { title }: Paper) =>
  /笔录/.test(title) ? daysWhere(view, { before: /(?:告知|告知的?)时间:?\s*$/ })[0] : undefined;

/** 回执, 当事人意见: what the party wrote below the signature of the agency. */
function waivedAtFoot(view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const { day } = signatureIn(view);
  if (!day) return [];
  const waiver = waiverIn(view, day.end);
  const said = waiver.statement ?? waiver.hearing;
  const days = daysWhere(view, {}).filter(({ start }) => start >= day.end);
  const on = said && (days.find(({ start }) => start >= said.start) ?? days.at(-1));
  return waiverFacts(waiver, on, dossier);
}

function rightFacts(key: string, view: PlainView, rights: readonly (keyof typeof RIGHTS)[]): StatedFact[] {
  const sentences = sentencesIn(
    view,
    withoutQuotes(view.text).replace(NOTE, (note) => ' '.repeat(note.length)),
  ).filter(({ text }) => GRANTS.test(text));
  const until = daysWhere(view, { after: /^(?:前|之前|以前)[^。;\n]{0,40}(?:陈述|申辩|提出)/ })[0];
  return [
    ...rights.flatMap((right) => {
      const own = sentences.find(({ text }) => grants(text, RIGHTS[right]));
      return own ? [stated(`${key}.rights[${right}]`, right, own)] : [];
    }),
    ...(until && rights.includes('defence') ? [stated(`${key}.defenceUntil`, until.day, until)] : []),
  ];
}

/** The right stands in a clause that does not deny it and whose box, if it has one, is ticked. */
function grants(sentence: string, right: RegExp): boolean {
  const at = sentence.search(right);
  if (at < 0) return false;
  if (!isTicked(sentence.slice(0, at))) return false;
  const clause = /[^,:]*$/.exec(sentence.slice(0, at))![0] + /^[^,]*/.exec(sentence.slice(at))![0];
  return !DENIES.test(clause);
}
