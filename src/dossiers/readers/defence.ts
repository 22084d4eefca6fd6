import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { daysWhere, firstIn, sentencesIn } from '../words/match-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { signatureIn } from '../words/signature-in.ts';
import { waiverFacts, waiverIn } from '../words/waiver-in.ts';

/** Where the party's words end and those of the agency about them begin. */
const CHECK_HEAD =
  /(?:^|[\n\t。;])[~>#\s]*(?:[一二三四五六七八九十\d]{1,2}[、.])?(?:(?:对?当事人)?(?:陈述、?(?:和)?)?申辩(?:意见)?的?)?(?:承办人员?|办案人员?|执法人员|承办机构|办案机构|承办部门|办案部门)?(?:的)?(?:复核|复查|核实|核查|审查|采纳|处理)(?:人员)?(?:意见|情况|结果|结论|内容|经过|过程|记录|理由|建议)?(?:及(?:理由|依据|采纳情况|结论))?(?=[:\t\n(])|(?<![请望盼求])复核(?:意见|情况|结果|结论|内容)|(?:^|[\n\t。;:,])(?:经|对)(?:本[局队所]|本机关|我[局队所]|承办人员?|执法人员|办案人员)?(?:依法)?(?:复核|核实|核查|审查)/;
/** 提出日期：2024年3月29日 on the sheet of those who check. */
const OFFERED =
  /(?:提出|提交|递交|收到|收件|收悉|告知|送达|受理|陈述|申辩|登记|来访)[^\n，。；;]{0,4}(?:日期|时间)[：:\s]*$/;
const CHECK_DAY = /(?:(?:复核|核实|核查|审查)(?:日期|时间)|复核意见书?日期|日期)[:\s]*$/;
/** 2025年6月4日，王示、李示对申辩复核: of the day that begins the sentence. */
const CHECKED_ON =
  /^,?(?:(?:经|由)?[^。;:\n,\d]{0,30}?)(?:对[^。;:\n\d]{0,24})?(?:进行|完成|组织)?了?(?:现场)?(?:复核|核实|核查|复查)(?!前|后|人|意见书?送|以?前)/;
const POINTS =
  /(?:陈述申辩|陈述、申辩|申辩)(?:的?(?:内容|意见|理由|事项))?[:\t]\s*(?<words>[^\n\t]{4,600}?)(?=以上属实|附[:：]|\n|\t|$)/;

/** 截至2024年12月9日，本局未收到当事人的陈述、申辩: the agency's note that nothing came. */
const HOW =
  '(?:(?:再|另|另行|另外|单独|书面|口头|或者?|和|及|、|按期|按时|按规定|依法|主动|就此|实际|明确)|(?:在|于)[^,。;\\n]{2,16}?(?:内|前)|向[^,。;\\n]{2,14}?|以(?:书面|口头|任何)[^,。;\\n]{0,6}(?:形式|方式))*';
const NONE = new RegExp(
  `(?:未|没有)${HOW}(?:收到|接到|提出|提交|进行|作出?|递交|行使|发表|表达)[^。;\\n]{0,24}(?:陈述|申辩)|(?:逾期|期限内|期满)[^。;\\n]{0,16}(?:未|没有|无)${HOW}(?:陈述|申辩)`,
);

const ASKS_HEARING =
  /(?:要求|申请|请求|希望)(?:贵局|你局|贵机关|对本案)?(?:依法)?(?:公开)?(?:举行|组织|召开|进行)?(?:公开)?听证/;

/** 2025年8月11日当事人书面要求听证. */
const ASKED_ON = new RegExp(
  `^[,:]?(?:当事人|其|该(?:公司|店|厂|单位))?[^,。;\\n]{0,8}?${ASKS_HEARING.source}`,
);

/** 陈述申辩: what the party hands in or has taken down, its waiver, and what the agency makes of it. */
export const defence: Reader = (paper, dossier) => {
  const view = plainView(paper.text);
  if (paper.kind === 'proof-of-service') return waivedOnReceipt(view, dossier);
  if (paper.kind !== 'defence-record') return [];
  const check = firstIn(view, CHECK_HEAD);
  const own = check ? view.text.slice(0, check.from) : view.text;
  const waiver = waiverIn(view);
  const day = signatureIn(view).day ?? lastDay(view, view.text);
  if (waiver.statement && (waiver.statement.from <= own.length || /放弃/.test(waiver.statement.text)))
    return waiverFacts(waiver, day, dossier);
  const none = sentencesIn(view, own).find(({ text }) => NONE.test(text));
  if (none && !firstIn(view, POINTS, own)) return [stated('defence.submitted', false, none)];
  return [
    // Whoever defends himself and asks for no hearing has waived the hearing alone.
    ...waiverFacts({ hearing: waiver.hearing }, day, dossier),
    ...submission(view, own, paper),
    ...(waiver.hearing ? [] : hearingAsked(view, own)),
    ...(check ? checkFacts(view, check.from, firstIn(view, POINTS, own) !== undefined) : []),
  ];
};

/** 备注: the party says to those who serve the notice that it will not defend itself. */
function waivedOnReceipt(view: PlainView, dossier: readonly Paper[]): StatedFact[] {
  const waiver = waiverIn(view);
  const days = daysWhere(view, {}).filter(({ relative }) => !relative);
  const [day] = days;
  // Papers served on several days leave open on which of them it was said.
  return waiverFacts(waiver, day && days.every((one) => one.day === day.day) ? day : undefined, dossier);
}

function submission(view: PlainView, own: string, paper: Paper): StatedFact[] {
  // A form of the agency on the check alone: the day of the defence is told in it, if at all.
  if (/复核|核实/.test(paper.title)) return toldDay(view);
  const head = firstIn(view, /陈述|申辩/);
  const day = dayOfSubmission(view, own);
  const points = firstIn(view, POINTS);
  const words = points?.part.words;
  return [
    ...(head ? [stated('defence.submitted', true, head)] : []),
    ...(day ? [stated('defence.submittedOn', day.day, day)] : []),
    ...(words ? [stated('defence.points[1].text', words.words, words)] : []),
  ];
}

/** Whoever defends himself may ask for a hearing in the same paper. */
function hearingAsked(view: PlainView, own: string): StatedFact[] {
  const asked = sentencesIn(view, own).find(
    ({ text }) =>
      ASKS_HEARING.test(text) && !/(?:不|未|没有|放弃|是否|有权|可以|告知)[^,。;]{0,8}听证/.test(text),
  );
  // A note of the agency bears at its end the day on which it was written.
  const told = asked && daysWhere(view, { after: ASKED_ON }).find(({ from }) => from >= asked.from);
  const day = told ?? (asked && dayOfSubmission(view, own));
  return [
    ...(asked ? [stated('hearing.requested', true, asked)] : []),
    ...(day ? [stated('hearing.requestedOn', day.day, day)] : []),
  ];
}

/** The day of the record, else that of the party's signature. */
function dayOfSubmission(view: PlainView, own: string) {
  const atHead = daysWhere(
    view,
    {
      before:
        /(?:^|[\n\t;。])(?:(?:进行)?陈述、?(?:和|与|\()?申辩\)?(?:的)?|提出|提交|递交|收到|收件|记录|谈话|听取|接待|接收)?(?:时间|日期):?\s*$/,
    },
    own,
  )[0];
  if (atHead) return atHead;
  return lastDay(view, own);
}

/** The last day that stands at the end of a line: that of a signature. */
function lastDay(view: PlainView, text: string) {
  return daysWhere(view, { after: /^\s*(?:[)\]]?\s*)(?:\n|\t|$)/ }, text)
    .filter(({ relative }) => !relative)
    .at(-1);
}

function toldDay(view: PlainView): StatedFact[] {
  const day = daysWhere(view, { after: /^[^。;\n]{0,24}(?:提出|提交|递交|陈述|申辩)/ })[0];
  return day ? [stated('defence.submitted', true, day), stated('defence.submittedOn', day.day, day)] : [];
}

function checkFacts(view: PlainView, from: number, hasPoint: boolean): StatedFact[] {
  const { start: head } = view.span(from, from + 1);
  const own = (day: { start: number; from: number; relative?: true }) =>
    day.start > head && !day.relative && !OFFERED.test(view.text.slice(Math.max(0, day.from - 16), day.from));
  const labelled = daysWhere(view, { before: CHECK_DAY }).find(own);
  // Who checked signs first; who approved the check signs after.
  const day =
    labelled ??
    daysWhere(view, { after: /^\s*(?:\n|\t|$)/ }).find(own) ??
    daysWhere(view, { after: CHECKED_ON }).find(own);
  const opinion = sentencesIn(view).filter(({ from: at, text }) => at >= from && VERDICT.test(text));
  const answer = hasPoint ? opinion.at(-1) : undefined;
  const adopted = answer ? adoptedIn(answer.text) : undefined;
  const fresh = sentencesIn(view).find(
    ({ from: at, text }) =>
      at >= from && /(?:未|没有|无)(?:发现|提出|提供)?(?:新的?)(?:违法)?(?:事实|证据)/.test(text),
  );
  return [
    ...(fresh ? [stated('defence.newFactsFound', false, fresh)] : []),
    ...(day ? [stated('defence.checkedOn', day.day, day)] : []),
    ...(answer
      ? [
          stated(
            'defence.points[1].answer',
            view.original(answer.from, answer.from + answer.text.length),
            answer,
          ),
        ]
      : []),
    ...(answer && adopted !== undefined ? [stated('defence.points[1].adopted', adopted, answer)] : []),
  ];
}

const VERDICT = /采纳|采信|不成立|不能成立|成立|予以支持|不予支持/;

/** Adopted in part is neither. */
function adoptedIn(words: string): boolean | undefined {
  if (/部分/.test(words)) return undefined;
  const no = /不予?采[纳信]|未予?采[纳信]|不(?:能)?成立|不予支持/.test(words);
  const yes = /(?:予以|应予|建议|可以)采[纳信]|理由成立|予以支持/.test(words.replaceAll(/不予采[纳信]/g, ''));
  return no === yes ? undefined : yes;
}
