import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isTicked } from '../words/is-ticked.ts';
import { daysWhere, type Sentence, sentencesIn } from '../words/match-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const FILED =
  /^(?:[^,。;\n]{0,4}|[^。;\n]{0,4}经[^,。;\n]{0,16}批准,?|[^,。;\n]{0,6}对[^,。;\n]{2,60}?)(?:依法|决定|予以|批准|正式)*立案(?!审批|登记|号|前)/;
/** Between a day and what happened on it stands no other day. */
const SHORT = '[^。;\\n月]';
const DEFENDED =
  /^,?(?:(?!听证|告知|送达|收到|有权|申请)[^。;\n,月]){0,24}?(?:提出|提交|递交|进行|作出|寄来|送来)?了?(?:书面|口头)?的?《?(?:陈述|申辩)(?!权|期)/;
const CHECKED =
  /^,?(?:(?!法制|审核|检验|检测|鉴定)[^。;\n,月]){0,16}?(?:进行|组织|完成|作出|予以)?了?复核(?!前|人员不)/;
const NO_DEFENCE =
  /(?:未|没有|不)(?:在[^,。;]{0,20})?(?:向[^,。;]{1,20})?(?:提出|进行|作出?|要求|行使)?(?:任何)?(?:书面)?(?:陈述|申辩)|(?:在[^,。;]{0,16})?(?:逾期|期限内)未[^,。;]{0,8}(?:陈述|申辩)|未(?:见|收到|接到|提)[^,。;]{0,10}(?:陈述|申辩)|放弃[^,。;]{0,8}(?:陈述|申辩)/;
/** Given up in so many words; who let the time pass has not. The object may stand in the words before the day. */
const WAIVED = new RegExp(
  `^(?!${SHORT}{0,20}(?:视为|逾期|期满))[^。;\\n,月]{0,24}?(?:放弃|(?:表示|声明|明确|书面|答复|承诺|签名|签字|表态|回复|称)${SHORT}{0,6}?(?:不|无需|无须|没有)(?:再)?(?:要求|提出|进行|作出?|做|需要|申请|行使)?(?:任何|书面|举行)*(?=陈述|申辩|听证))(?<object>${SHORT}{0,24})`,
);
/** 当场处罚: asked for his views on the spot, the party has none. */
const SILENT =
  /(?:被处罚人|当事人|违法行为人|相对人|陈述申辩|陈述、申辩|申辩)[^。;:\n]{0,10}:["“]?(?:没有|无)(?:其他)?(?:意见|异议|陈述|申辩|要求)|(?:陈述|申辩)[^。;\n]{0,24}?(?:你(?:单位|店|公司)?|当事人|被处罚人|相对人|其)(?:当场|明确)?(?:表示|称|回答|答复)[:,]?(?:没有|无)(?:任何|其他)?(?:意见|异议|陈述|申辩)/;
const REQUESTED = new RegExp(
  `^(?!${SHORT}{0,40}(?:有权|告知|送达))(?!(?:(?!听证)${SHORT}){0,30}(?:未|不|没有|放弃|撤回|无)再?(?:要求|申请|提出)?${SHORT}{0,6}听证)${SHORT}{0,24}?(?:要求|申请|提出)${SHORT}{0,10}听证`,
);
const NO_REQUEST =
  /(?:未|没有|不|放弃)(?!(?:再|予|另行|依法)?(?:举行|组织|召开))[^。;\n]{0,24}?(?:要求|申请|提出)?[^。;\n]{0,6}听证/;
const NOT_HELD =
  /(?:未|没有|不)(?:再|予|另行|依法)?(?:举行|组织|召开)(?:公开)?听证(?!的?(?:权|条件|要求|申请))/;
const HELD = new RegExp(
  `^(?!${SHORT}{0,30}(?:通知|决定|拟|将|申请|要求|告知))[^。;\\n,月]{0,24}?(?:公开|依法|组织|召开|举行|进行)[^。;\\n,月]{0,14}听证`,
);
const NOTICE = /^,?[^。;\n,月]{0,30}?(?:送达|发出|交付)[^。;\n月]{0,60}?(?:告知书|通知书》?\(|罚告|先告)/;
const OTHER_NOTICE = /听证通知|询问通知|责令|限期|催告/;
/** A right told, a consequence threatened: not what happened. */
const ABSTRACT = /视为|逾期不|如(?:果)?|有权|可以|应当在|不服/;

/** What a decision (or its approval) tells of the steps before it: filing, the notice served, the defence, the hearing. */
export const toldInDecision: Reader = (paper, dossier) => {
  if (!['decision', 'no-penalty-decision', 'decision-approval'].includes(paper.kind)) return [];
  const view = plainView(paper.text);
  return [
    ...(paper.kind === 'decision-approval' ? [] : filingFacts(view)),
    ...defenceFacts(view),
    ...checkedFacts(view),
    ...hearingFacts(view),
    ...noticeFacts(view, dossier),
  ];
};

function filingFacts(view: PlainView): StatedFact[] {
  const filed = daysWhere(view, { after: FILED });
  const days = new Set(filed.map(({ day }) => day));
  return filed[0] && days.size === 1 ? [stated('filing.approvedOn', filed[0].day, filed[0])] : [];
}

function defenceFacts(view: PlainView): StatedFact[] {
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const none = sentences.find(({ text }) => happened(text, NO_DEFENCE) || SILENT.test(text));
  const waived = waivedFacts(view, sentences);
  if (waived.some(({ path }) => path === 'defence.waivedOn')) return waived;
  const [on] = daysWhere(view, { after: DEFENDED });
  if (none && !on) return [stated('defence.submitted', false, none), ...waived];
  if (!on || none) return [];
  const sentence = sentences.find((one) => one.start <= on.start && on.start < one.end) ?? on;
  return [stated('defence.submitted', true, sentence), stated('defence.submittedOn', on.day, on)];
}

/** 当事人于7月3日书面放弃: of what, it says there or before in the sentence. */
function waivedFacts(view: PlainView, sentences: readonly Sentence[]): StatedFact[] {
  return daysWhere(view, { after: WAIVED }).flatMap((on) => {
    const sentence = around(sentences, on);
    const behind = WAIVED.exec(view.text.slice(on.to, on.to + 120))?.groups?.object ?? '';
    const before = view.text.slice(Math.max(0, on.from - 120), on.from);
    const object = /陈述|申辩|听证/.test(behind) ? behind : (/[^。;\n]*$/.exec(before)?.[0] ?? '');
    return [
      ...(/陈述|申辩/.test(object)
        ? [stated('defence.submitted', false, sentence), stated('defence.waivedOn', on.day, on)]
        : []),
      ...(/听证/.test(object)
        ? [stated('hearing.requested', false, sentence), stated('hearing.waivedOn', on.day, on)]
        : []),
    ];
  });
}

/** 3月6日进行了复核: of what was said in defence, which stands before it. */
function checkedFacts(view: PlainView): StatedFact[] {
  const [on] = daysWhere(view, { after: CHECKED }).filter(({ from }) =>
    /(?:陈述|申辩)[^\n]*$/.test(view.text.slice(Math.max(0, from - 160), from)),
  );
  return on ? [stated('defence.checkedOn', on.day, on)] : [];
}

function hearingFacts(view: PlainView): StatedFact[] {
  const text = withoutQuotes(view.text);
  const sentences = sentencesIn(view, text);
  const [requested] = daysWhere(view, { after: REQUESTED }, text);
  // A hearing to which nobody came was not held.
  const [held] = daysWhere(view, { after: HELD }, text).filter(
    ({ to }) => !/^[^。\n]{0,60}?(?:未(?:到场|出席|参加|到会)|缺席|终止)/.test(text.slice(to)),
  );
  const none = sentences.find(({ text: words }) => happened(words, NO_REQUEST));
  const notHeld = sentences.find(({ text: words }) => happened(words, NOT_HELD));
  if (!requested && !held) return none ? [stated('hearing.requested', false, none)] : [];
  return [
    ...(requested && !held && notHeld ? [stated('hearing.held', false, notHeld)] : []),
    ...(requested
      ? [
          stated('hearing.requested', true, around(sentences, requested)),
          stated('hearing.requestedOn', requested.day, requested),
        ]
      : []),
    ...(held
      ? [
          stated('hearing.held', true, around(sentences, held)),
          stated('hearing.heldOn', held.day, held),
          ...openness(text, sentences, held),
        ]
      : []),
  ];
}

function openness(
  text: string,
  sentences: readonly Sentence[],
  held: { to: number; start: number; end: number },
): StatedFact[] {
  const how = /^[^。;\n,]{0,24}?([不非]?公开)/.exec(text.slice(held.to))?.[1];
  return how ? [stated('hearing.open', how === '公开', around(sentences, held))] : [];
}

/** The day on which the only notice of the dossier was served. */
function noticeFacts(view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const notices = dossier.filter(({ kind, sameAs }) => kind === 'prior-notice' && !sameAs);
  const [only] = notices;
  if (!only || notices.length > 1) return [];
  const [served] = daysWhere(view, { after: NOTICE }).filter(
    ({ to }) => !OTHER_NOTICE.test(/^[^。;\n]{0,90}/.exec(view.text.slice(to))?.[0] ?? ''),
  );
  const sent = served && SENT.test(/^[^。;\n]{0,60}/.exec(view.text.slice(served.to))?.[0] ?? '');
  const reached = sent
    ? daysWhere(view, { after: REACHED }).find(
        ({ from }) => from > served.to && !/[。\n]/.test(view.text.slice(served.to, from)),
      )
    : served;
  return reached ? [stated(`priorNotices[${only.id}].servedOn`, reached.day, reached)] : [];
}

/** 于3月20日公告送达, 3月5日邮寄送达: the day on which it set out; what follows may tell when it counts as served. */
const SENT = /公告|登报|报纸|刊登|张贴|邮寄|寄出|寄送|交寄|快递|特快|EMS|(?:委托|转交)[^,;]{0,12}送达/;
const REACHED =
  /^(?:\d{1,2}[时:点][\d分]*)?[^。;\n\d月]{0,12}?(?:视为(?:已)?送达|签收|妥投|收到|投妥|(?:公告期|期限)?(?:届满|期满))/;

const around = <At extends { start: number; end: number }>(sentences: readonly Sentence[], at: At) =>
  sentences.find((one) => one.start <= at.start && at.start < one.end) ?? at;

/** The clause tells what was done, not what may be; a box before it is ticked. */
function happened(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const before = text.slice(0, match.index);
  const clause = `${/[^,:]*$/.exec(before)?.[0] ?? ''}${/^[^,]*/.exec(text.slice(match.index))?.[0] ?? ''}`;
  return !ABSTRACT.test(clause) && isTicked(before);
}
