import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { daysWhere, firstIn, sentencesIn } from '../words/match-in.ts';
import { isName } from '../words/names-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';
import { waiverFacts, waiverIn } from '../words/waiver-in.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const WITHDRAWN = /撤回[^,。;\n]{0,12}听证/;
const CLOSED = /[不非]公开(?:举行|进行|听证|方式)?/;
const OPEN = /(?<![不非])公开(?:举行|进行|召开|听证)|听证方式:?公开/;
const CLOSED_FOR = { 'state-secret': /国家秘密/, 'trade-secret': /商业秘密/, privacy: /个人隐私/ } as const;
const CHARGED =
  /(?:缴纳|交纳|收取|预交|预缴|支付)[^,。;\n]{0,10}听证(?:费|[^,。;\n]{0,4}费用)|听证(?:费|费用):?[\d.]+元/;
/** 听证不收取费用, 不承担听证费用. */
const FREE_OF_CHARGE =
  /听证[^。;\n]{0,10}(?:不(?:收取?|向[^,。;\n]{1,8}收取)(?:任何)?费用?|免费|不收费)|(?:不承担|不缴纳|不收取|无需承担|无须承担|无需缴纳)[^,。;\n]{0,8}听证[^,。;\n]{0,6}费/;
const FREE = /不(?:得|予|再|需|承担|收)|无需|无须|免/;
const CHAIR = [
  /(?:听证)?主持人(?:[:为是]|由)?(?<name>[\p{sc=Han}·]{2,4}?)(?=[((,。;\n\t、]|听证员|记录|书记|$)/u,
  /由(?<name>[\p{sc=Han}·]{2,4}?)(?:同志)?(?:\([^()]*\))?(?:担任|任|为|作为)(?:本次)?(?:听证)?主持人/u,
];
const CLERK = [
  /(?:记录人|记录员|书记员|听证记录人)[:为是]?(?<name>[\p{sc=Han}·]{2,4}?)(?=[((,。;\n\t、]|$)/u,
  /(?<=[,、。由])(?<name>[\p{sc=Han}·]{2,4}?)(?:同志)?(?:\([^()]*\))?(?:担任|任|为|作为)(?:本次)?(?:听证)?(?:记录人|记录员|书记员)/u,
];

/** 听证申请书, 听证通知书, 听证公告: who asks, who presides, whether in public. The day told in advance is not the day held. */
export const hearingNotice: Reader = (paper, dossier) => {
  const view = plainView(paper.text);
  if (paper.kind === 'prior-notice' && dossier.some(({ kind }) => kind === 'hearing-record'))
    return feeFacts(view);
  if (paper.kind === 'hearing-request') return requestFacts(view, dossier);
  if (paper.kind === 'hearing-notice' || paper.kind === 'hearing-announcement')
    return [...requestTold(view), ...peopleFacts(view), ...opennessFacts(view), ...feeFacts(view)];
  return [];
};

function requestFacts(view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const sentence = sentencesIn(view, withoutQuotes(view.text)).find(({ text }) => /听证/.test(text));
  const day =
    signatureIn(view).day ??
    daysWhere(view, { after: /^\s*\)?(?:\n|$)/ })
      .filter(({ relative }) => !relative)
      .at(-1);
  const withdrawn = sentencesIn(view).find(({ text }) => WITHDRAWN.test(text));
  const { statement, hearing = withdrawn } = waiverIn(view);
  if (hearing) return waiverFacts({ statement, hearing }, day, dossier);
  if (!sentence) return [];
  const asked =
    sentencesIn(view).find(({ text }) => /(?:申请|要求|请求|举行)[^。;\n]{0,12}听证/.test(text)) ?? sentence;
  return [
    stated('hearing.requested', true, asked),
    ...(day ? [stated('hearing.requestedOn', day.day, day)] : []),
  ];
}

/** 并缴纳听证费200元: nobody may charge for a hearing. */
function feeFacts(view: PlainView): StatedFact[] {
  const charged = sentencesIn(view).find(({ text }) => CHARGED.test(text) && !FREE.test(text));
  if (charged) return [stated('hearing.feeCharged', true, charged)];
  const free = sentencesIn(view).find(({ text }) => FREE_OF_CHARGE.test(text));
  return free ? [stated('hearing.feeCharged', false, free)] : [];
}

function requestTold(view: PlainView): StatedFact[] {
  const [day] = daysWhere(view, {
    after: /^[^。;\n]{0,40}?(?:提出|要求|申请)[^。;\n]{0,16}?(?:听证|申请)|^的(?:听证)?申请/,
  });
  return day ? [stated('hearing.requested', true, day), stated('hearing.requestedOn', day.day, day)] : [];
}

/** Who presides and who keeps the record, as a notice or a report names them. */
export function peopleFacts(view: PlainView): StatedFact[] {
  const named = (patterns: readonly RegExp[]) =>
    patterns
      .map((pattern) => firstIn(view, pattern)?.part.name)
      .find((one) => one !== undefined && isName(one.words));
  const chair = named(CHAIR);
  const clerk = named(CLERK);
  return [
    ...(chair ? [stated('hearing.presiding.name', chair.words, chair)] : []),
    ...(clerk ? [stated('hearing.clerk', clerk.words, clerk)] : []),
  ];
}

/** Why a hearing is not open: one of the secrets, or another reason in brackets or after 因. */
export function closedFor(words: string): string | undefined {
  const secret = Object.entries(CLOSED_FOR).find(([, pattern]) => pattern.test(words))?.[0];
  return (
    secret ??
    (/不公开[^,。;\n]{0,6}[(（][^)）]{4,}[)）]|(?:因|由于|鉴于)[^,。;\n]{2,30},?[^。;\n]{0,10}不公开/.test(
      words,
    )
      ? 'other'
      : undefined)
  );
}

/** Whether the hearing is open, and why not. */
export function opennessFacts(view: PlainView): StatedFact[] {
  const sentences = sentencesIn(view, withoutQuotes(view.text));
  const closed = sentences.find(({ text }) => CLOSED.test(text) && !/除/.test(text));
  if (closed) {
    const reason = closedFor(closed.text);
    return [
      stated('hearing.open', false, closed),
      ...(reason ? [stated('hearing.closedReason', reason, closed)] : []),
    ];
  }
  const open = firstIn(view, OPEN) ?? firstIn(view, /(?:听证)?方式[:\s]*(?<![不非])公开/);
  return open ? [stated('hearing.open', true, open)] : [];
}
