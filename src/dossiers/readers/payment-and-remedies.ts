import { numbersInText } from '../../law/numbers-in-text.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { isOnTheSpot } from '../words/is-on-the-spot.ts';
import { isTicked } from '../words/is-ticked.ts';
import { firstIn, matchesIn, type Words } from '../words/match-in.ts';
import { type PlainView, plainView } from '../words/plain-view.ts';
import { withoutQuotes } from '../words/without-quotes.ts';

const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
const PAY = new RegExp(
  `(?<when>(?:收到|送达|接到|领取|作出|决定书?(?=之日))[^,。;\\n]{0,24}?(?:之日|日)?起?(?:的)?,?(?<days>${NUMBER})(?:个)?日(?:内|以内|之内))[^。;\\n]{0,80}?(?:缴|交纳|交至|交到|交清|履行|汇入|存入|汇至)`,
);
const LATE =
  /(?:逾期|到期|期满)[^。;\n]{0,40}?(?:每日按[^。;\n]{0,24}?加处[^。;\n]{0,4}罚款|按日[^。;\n]{0,20}?加处罚款)|每日按(?:照)?罚款(?:数额)?的?(?:百分之三|3%)[^。;\n]{0,10}/;
const BODY =
  /(?:到|至|向|往|在|通过)(?<body>[^,。;\n、()至到]{2,30}?(?:银行[^,。;\n()]{0,14}?(?:支行|分行|营业部|分理处|网点)|农商行[^,。;\n()]{0,10}?支行|信用(?:合作)?社|专户|银行|国库|财政局[^,。;\n()]{0,10}))(?=[(,。;缴交]|$|账)/;
const ACCOUNT = /(?:账号|帐号|账户|缴款码|缴款识别码|二维码)[:]?[^,。;\n()]{2,40}/;
const MANNER =
  /(?:当场(?:缴纳|收缴)|(?:持|凭)[^,。;\n]{0,24}?到[^,。;\n]{2,30}?缴[^,。;\n]{0,8}|(?:将|把)?(?:上述)?(?:罚没?款|款项|罚款)[^,。;\n]{0,4}(?:缴至|缴到|交至|缴入|汇入|存入|缴往|缴纳至|缴纳到)[^,。;\n]{2,40}|缴至[^,。;\n]{2,40}|(?<![收接送达])到(?!本|处罚|决定)[^,。;\n]{2,30}?(?:银行|支行|农商行|信用社)(?:[^,。;\n]{0,12}?|[^,。;\n()]{0,20}\([^()\n]{0,60}\)[^,。;\n]{0,8}?)缴纳[^,。;\n]{0,6})/;

const RECONSIDER = `(?:申请|提起|提出)(?:行政)?复议`;
/** 上一级主管部门示例市农业农村局: what the body is to the agency, before its name. */
const KINSHIP =
  '(?:(?:本(?:局|机关|单位|大队)|我[局队])?的?(?:上一级|上级|本级|同级|所属)(?:行政)?(?:主管|业务|行政)?(?:部门|机关|单位|(?:人民)?政府(?=即|也就是|[-—:(]))?(?:即|也就是|[-—:("“]){0,3})?';
const TO_BODY = new RegExp(
  `(?:先)?(?:依法)?(?:直接)?向${KINSHIP}(?<body>[^,。;、\\n向]{2,40}?)[)"”]?(?:依法)?${RECONSIDER}`,
);
const IN_DAYS = new RegExp(`(?<days>${NUMBER})(?:个)?日(?:内|以内|之内)[^。;\\n]{0,60}?复议`);
const FIRST = new RegExp(
  `(?:应当?|必须|须)先(?:依法)?(?:向[^,。;\\n]{2,40}?)?(?:依法)?(?:申请|提起|行)(?:行政)?复议|先向[^,。;\\n]{2,40}?${RECONSIDER}|对(?:行政)?复议决定(?:仍)?不服`,
);
/** 可以申请行政复议，也可以直接向……法院起诉: both ways at choice. */
const CHOICE =
  /复议[^。\n]{0,40}?(?:也可以?|亦可以?|还可以?|或者?|同样可以?)[^。\n]{0,60}?(?:诉讼|起诉)|(?:可以?|有权)[^。;\n]{0,24}?直接(?:依法)?向[^。;\n]{2,36}?法院|(?:诉讼|起诉)[^。\n]{0,20}?(?:也可以?|或者?)[^。\n]{0,40}?复议/;
const COURT = /向(?<court>[^,。;、\n向]{2,36}?法院)(?:依法)?(?:提起|起诉|提出|诉讼)/;
const MONTHS = new RegExp(
  `(?<months>${NUMBER})个?月(?:内|以内|之内)[^。;\\n]{0,70}?(?:诉讼|起诉)|(?:起诉|诉讼)(?:的)?期限[^。;\\n]{0,16}?(?<later>${NUMBER})个月`,
);

/** 履行方式和期限, 救济途径: how and until when to pay, and where to seek redress. */
export const paymentAndRemedies: Reader = (paper) => {
  if (paper.kind !== 'decision' && paper.kind !== 'no-penalty-decision') return [];
  const view = plainView(paper.text);
  const text = withoutQuotes(view.text);
  return [...paymentFacts(view, text), ...remedyFacts(paper, view, text)];
};

function paymentFacts(view: PlainView, text: string): StatedFact[] {
  const pay = matchesIn(view, PAY, text).find(
    (one) =>
      isTicked(lineBefore(text, one.from)) && !/复议|诉讼|申辩|听证/.test(text.slice(one.from, one.to)),
  );
  const days = pay?.part.days && numberOf(pay.part.days);
  const late = firstIn(view, LATE, text);
  const tail = (pattern: RegExp) =>
    matchesIn(view, pattern, text).find(
      (one) => isTicked(lineBefore(text, one.from)) && one.from > text.length * 0.3,
    );
  const bank = tail(BODY)?.part.body;
  // 指定银行 names no bank.
  const body = bank && !/^(?:指定|规定|代收|就近|任一|有关)/.test(bank.words) ? bank : undefined;
  const account = tail(ACCOUNT);
  const manner = tail(MANNER);
  const prefix = 'decision.performance';
  return [
    ...(days && pay?.part.when ? [stated(`${prefix}.days`, days, pay.part.when)] : []),
    ...(late ? [stated(`${prefix}.lateFineStated`, true, late)] : []),
    ...(body ? [stated(`${prefix}.collectingBody`, body.words, body)] : []),
    ...(account ? [stated(`${prefix}.collectingAddress`, account.words, account)] : []),
    ...(manner ? [stated(`${prefix}.manner`, manner.words, manner)] : []),
  ];
}

function remedyFacts(paper: Paper, view: PlainView, text: string): StatedFact[] {
  const from = text.search(/复议|诉讼/);
  if (from < 0) return [];
  const body = named(firstIn(view, TO_BODY, text)?.part.body);
  const days = firstIn(view, IN_DAYS, text)?.part.days;
  const court = named(firstIn(view, COURT, text)?.part.court);
  const found = firstIn(view, MONTHS, text);
  const months = found?.part.months ?? found?.part.later;
  const first = matchesIn(view, FIRST, text).find(
    (one) =>
      /应当|必须/.test(one.words) ||
      // 对复议决定不服的，十五日内起诉 leaves the way to the court in six months where that is told too.
      (/不服/.test(one.words)
        ? !months && !/直接[^。;\n]{0,24}(?:起诉|诉讼)/.test(text)
        : !/可以?[^,。;\n先]{0,16}先/.test(text.slice(Math.max(0, one.from - 20), one.to))),
  );
  const choice = first || !isOnTheSpot(paper) ? undefined : firstIn(view, CHOICE, text);
  const prefix = 'decision.remedies';
  const [inDays, inMonths] = [days, months].map((one) => one && numberOf(one));
  return [
    ...(body ? [stated(`${prefix}.reconsiderationBody`, body.words, body)] : []),
    ...(days && inDays ? [stated(`${prefix}.reconsiderationDays`, inDays, days)] : []),
    ...(court ? [stated(`${prefix}.court`, court.words, court)] : []),
    ...(months && inMonths ? [stated(`${prefix}.litigationMonths`, inMonths, months)] : []),
    ...(first ? [stated(`${prefix}.reconsiderationFirst`, true, first)] : []),
    ...(choice ? [stated(`${prefix}.reconsiderationFirst`, false, choice)] : []),
  ];
}

/** A body by name: two of them at choice, 上一级机关 or 有管辖权的 name none. */
function named(words: (Words & { from: number; to: number }) | undefined) {
  return words &&
    !/或|有管辖权|上一级|上级|本级|所在地|有关|^人民(?:法院|政府)$|^(?:行政|业务)?(?:主管)?(?:行政)?(?:部门|机关|单位)$|^(?:你|本)/.test(
      words.words,
    )
    ? words
    : undefined;
}

function numberOf({ words }: Words): number | undefined {
  const value = Number(numbersInText(`${words}日`)[0]?.value);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}

const lineBefore = (text: string, at: number) => /[^\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
