import type { PenaltyType } from '../../law/penalties.ts';
import type { Span } from '../paper.ts';
import { isTicked } from './is-ticked.ts';
import { operativeIn, type Speech } from './operative-in.ts';
import { type PlainView, plainView } from './plain-view.ts';
import { finePlace, type SumPlace, sumAfter, sumWithin } from './sum-of-penalty.ts';

/** 一项处罚 as a paper states it. Offsets are those of the text given; `words` are the clause without line breaks. */
export interface PenaltyIn extends Span {
  /** `fine`, `fine-2` …: one of each kind in the order of the text. */
  key: string;
  type: PenaltyType;
  words: string;
  /** In yuan, with the place of the sum; absent for a penalty without one. Where words and figures differ, the words. */
  amount?: { yuan: number } & Span;
  /** The sum in figures where it is another than that in words. */
  differing?: { yuan: number } & Span;
  /** The same sum in capitals or Chinese numerals: 伍万伍仟元整. */
  inWords?: { words: string } & Span;
}

const PERMIT = '(?:许可|执照|证书|资质|资格|批准|证件?|牌照)';
/** The first that begins at a place wins. */
const KINDS: [PenaltyType, string][] = [
  ['warning', '(?<!被|受过|过)警告(?!信|标|过|不变)'],
  ['public-criticism', '通报批评'],
  [
    'confiscate-gains',
    '没收[^,。;罚款\\n]{0,40}?(?:违法|非法)(?:所得|收入|获利)|(?:违法|非法)所得[^。;没]{0,40}?(?:予以|依法)没收',
  ],
  ['confiscate-goods', '没收(?!款|物|财物清单)[^,。;\\n]{2,80}|(?:对|将)[^。;\\n]{2,60}?(?:予以|依法)没收'],
  ['suspend-permit', `暂扣[^,。;\\n]{0,30}?${PERMIT}`],
  ['downgrade', '降低[^,。;\\n]{0,12}?资质等级'],
  ['revoke', `吊销[^,。;\\n]{0,40}?(?:${PERMIT}|《[^》\\n]{2,40}》)`],
  ['restrict-business', '(?:责令)?限制(?:其)?(?:开展)?(?:生产|经营|生产经营)活动|限制生产[^,。;\\n]{0,12}'],
  ['suspend', '责令[^,。;\\n]{0,12}?(?:停产停业|停业整顿|停产整[治顿]|停止(?:营业|生产经营|执业)|停业|停产)'],
  ['close', '责令[^,。;\\n]{0,12}?关闭'],
  [
    'bar-occupation',
    '限制从业|(?:禁止|不得)(?:其)?(?:申请|从事|担任)[^,。;\\n]{2,40}|(?:终身|\\d+年内|[一二三四五十]+年内)(?:禁止|不得)[^,。;\\n]{2,40}',
  ],
  ['detention', '行政拘留|拘留[一二三四五六七八九十\\d]+日'],
  ['fine', '(?<!加处|加处的|罚没|每日按|缴纳的|缴纳)罚款(?!数额|本数|的数额|总额|幅度|缴|交)'],
];
const PENALTY = new RegExp(KINDS.map(([, pattern], index) => `(?<k${index}>${pattern})`).join('|'), 'g');
/** What is not done is no penalty. */
const NOT = /(?:不予|不再|免予|免除|不|未|免)(?:行政)?(?:处以?|给予|并处)?$/;
/** Another case, another time, a surcharge: 曾被罚款, 每日加处罚款. */
const OF_OTHERS =
  /(?:曾|另案|另一当事人|此前|以往|参考|同类案件|有人提出|初稿|最初|每日)[^,。;\n]{0,24}$|加处$|被(?:处以?)?$/;
const TOTAL = /(?:合计|共计|总计|累计|合并|罚没款?)[^,;。]{0,6}$/;
/** 改正前不得从事…, 在取得许可证之前不得…, 今后不得再…: what an order to correct demands, for which no years are set. */
const UNTIL_THEN = /(?:前|期间|未[^,。;]{1,24}|今后|立即|即日起)[,、]?[^,。;]{0,24}$|责令[^。;]{0,60}$/;
const BAR_FOR = /(?:年|个?月)(?:内|以内|之内)|终身|限制从业/;
const GOODS_TOO = /\d+(?:\.\d+)?[\p{sc=Han}]|工具|设备|原料|物品|产品|食品/u;

/**
 * The penalties in the operative sentences of a paper: those decided (决定…), intended (拟…) or proposed (建议…), with
 * their sums. A statute's range, a surcharge for late payment, a fine of another time and a total are none.
 */
export function penaltiesIn(text: string, speech: Speech): PenaltyIn[] {
  return orderedPenalties(plainView(text), speech).penalties;
}

/**
 * The same of a plain view, with the place in it at which the operative sentences begin, and where the first penalty
 * stands in them (under 依据和决定： the grounds come between).
 */
export function orderedPenalties(
  view: PlainView,
  speech: Speech,
): { penalties: PenaltyIn[]; from: number | undefined; first: number | undefined } {
  const passages = operativeIn(view.text, speech, (words) =>
    inClause(words, 0).some((one) => isSure(one) || isTotal(one)),
  );
  const found: PenaltyIn[] = [];
  const taken: (Clause & { passage: Span })[] = [];
  const clauses = passages.flatMap((passage) =>
    inClause(view.text.slice(passage.start, passage.end), passage.start).map((one) => ({ ...one, passage })),
  );
  // A total is the fine where no part of it stands by itself: 每平方米100元，共计罚款20000元.
  const parted = clauses.some((one) => one.type === 'fine' && isSure(one));
  for (const one of clauses) {
    if (!isSure(one) && (parted || !isTotal(one))) continue;
    const same = taken.filter(({ type }) => type === one.type);
    // Told once more: the same sum, or an order of which a paper has only one.
    const again = same.some((other) =>
      SEVERAL.has(one.type) ? other.sum?.yuan === one.sum?.yuan : !otherThings(view.text, other, one),
    );
    if (again) continue;
    taken.push(one);
    found.push(placed(one, same.length, view));
  }
  return { penalties: found, from: passages[0]?.start, first: taken[0]?.start };
}

const SEVERAL = new Set<PenaltyType>(['fine', 'confiscate-gains']);

/** 没收渔获物；没收刺网4张: in one enumeration, two orders about two things. */
function otherThings(text: string, ...both: (Clause & { passage: Span })[]): boolean {
  const [one, other] = both.map(({ start, end }) =>
    text.slice(start, end).replace(/[\d.]+.*$|^.*?没收(?:违法|非法|涉案|当事人|你单位|其)?(?:的)?/g, ''),
  );
  return (
    both.every(({ type, passage }) => type === 'confiscate-goods' && passage === both[0]?.passage) &&
    both.every(({ start }) =>
      /(?:[;。\n\t:]|^)[\s\d一二三四五六七八九十、.,()①-⑳]*$/.test(text.slice(0, start)),
    ) &&
    one !== undefined &&
    other !== undefined &&
    one.length >= 2 &&
    other.length >= 2 &&
    !one.includes(other) &&
    !other.includes(one)
  );
}

interface Clause extends Span {
  type: PenaltyType;
  sum?: SumPlace;
  total?: true;
}

const isTotal = ({ total, sum }: Clause) => total === true && sum !== undefined;
const isSure = ({ type, sum, total }: Clause) => !total && (type !== 'fine' || sum !== undefined);

function inClause(words: string, from: number): Clause[] {
  const matches = [...words.matchAll(PENALTY)];
  return matches.flatMap((match, index): Clause[] => {
    const [type] =
      KINDS[
        Number(
          Object.entries(match.groups ?? {})
            .find(([, one]) => one)![0]
            .slice(1),
        )
      ]!;
    const before = words.slice(matches[index - 1] ? endOf(matches[index - 1]!) : 0, match.index);
    if (
      NOT.test(before) ||
      (type === 'fine' && OF_OTHERS.test(before)) ||
      !isTicked(words.slice(0, match.index))
    )
      return [];
    if (type === 'bar-occupation' && isOrder(words.slice(0, match.index), match[0])) return [];
    const end = endOf(match);
    const rest = words.slice(end, matches[index + 1]?.index ?? words.length);
    const opening = match.index - clauseBefore(before);
    const sum =
      type === 'fine'
        ? finePlace(before, match.index, rest, end)
        : type === 'confiscate-gains'
          ? (sumWithin(match[0], match.index) ?? sumAfter(rest, end))
          : undefined;
    const start = sum && sum.start < match.index && type === 'fine' ? sum.clause : opening;
    const last = Math.max(end, sum?.end ?? 0);
    const one: Clause = {
      type,
      start: start + from,
      end: last + from,
      ...(sum ? { sum: moved(sum, from) } : {}),
      ...(type === 'fine' && TOTAL.test(before) ? { total: true as const } : {}),
    };
    const goods = type === 'confiscate-gains' ? goodsBeside(match[0], match.index, rest, last) : undefined;
    return goods ? [one, { type: 'confiscate-goods', start: goods[0] + from, end: goods[1] + from }] : [one];
  });
}

const endOf = (match: RegExpExecArray) => match.index + match[0].length;

/** Whether a ban is part of an order rather than 限制从业: bound to a state of things instead of a number of years. */
function isOrder(before: string, ban: string): boolean {
  const clause = /[^。;\n]*$/.exec(before)?.[0] ?? '';
  if (BAR_FOR.test(/[^,。;]*(?:,[^,。;]*)?$/.exec(clause)?.[0] ?? '') || BAR_FOR.test(ban)) return false;
  return UNTIL_THEN.test(clause) || /^(?:禁止|不得)(?:其)?(?:再|继续)|再次?|继续/.test(ban);
}

/** How many characters of the clause stand before its word: 给予, 对…处. */
function clauseBefore(before: string): number {
  return /(?:给予|处以?|予以|并处以?|责令)$/.exec(before)?.[0].length ?? 0;
}

/** 没收违法所得340元和插座26只; 没收违法经营的食品3盒、违法所得340元: the things beside the gains. */
function goodsBeside(own: string, at: number, rest: string, last: number): [number, number] | undefined {
  const inside = /^没收([^,。;]{2,60}?)(?:、|和|及|以及)(?:违法|非法)/.exec(own);
  if (inside && GOODS_TOO.test(inside[1]!)) return [at, at + 2 + inside[1]!.length];
  const tail = rest.slice(Math.max(0, last - at - own.length));
  const after = /^(?:、|和|及|以及|并)+((?!处|罚)[^,。;\n]{2,50})/.exec(tail);
  return after && GOODS_TOO.test(after[1]!)
    ? [last + after[0].length - after[1]!.length, last + after[0].length]
    : undefined;
}

const moved = (sum: SumPlace, by: number): SumPlace => {
  const shift = <At extends Span>(at: At): At => ({ ...at, start: at.start + by, end: at.end + by });
  return {
    ...shift(sum),
    ...(sum.inWords ? { inWords: shift(sum.inWords) } : {}),
    ...(sum.differing ? { differing: shift(sum.differing) } : {}),
  };
};

function placed({ type, sum, start, end }: Clause, before: number, view: PlainView): PenaltyIn {
  const place = (one: Span) => ({
    words: view.original(one.start, one.end),
    ...view.span(one.start, one.end),
  });
  return {
    key: before === 0 ? type : `${type}-${before + 1}`,
    type,
    ...place({ start, end }),
    ...(sum ? { amount: { yuan: sum.yuan, ...view.span(sum.start, sum.end) } } : {}),
    ...(sum?.differing
      ? { differing: { yuan: sum.differing.yuan, ...view.span(sum.differing.start, sum.differing.end) } }
      : {}),
    ...(sum?.inWords ? { inWords: place(sum.inWords) } : {}),
  };
}
