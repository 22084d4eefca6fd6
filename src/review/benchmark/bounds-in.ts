import { chineseValue } from '../../law/numbers-in-text.ts';

/** What a condition asks of one quantity: 取水三千立方米以上不足一万立方米. */
export interface Bounds {
  /** What is counted, in the words before it: 取水. */
  topic: string;
  /** In its plain form: 万元 is 元, 名 is 人. */
  unit: string;
  min?: number;
  max?: number;
  minInclusive: boolean;
  maxInclusive: boolean;
}

export const NUMBER = String.raw`(?:\d+(?:,\d{3})*(?:\.\d+)?|[〇零一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千]*(?:点[零〇一二三四五六七八九]+)?)`;
export const UNIT =
  '平方公里|平方米|立方米|人次|个月|公斤|千克|毫克|公顷|公里|小时|分贝|千瓦时|吨|克|亩|米|升|元|名|人|处|台|套|辆|件|次|株|棵|头|只|瓶|盒|袋|箱|批次|批|家|户|间|天|日|年|月|个|张|份|条|艘|部|项|起|笔|单|倍|%';
const BELOW = '不足|不满|未满|未达到?|低于|少于|小于|不到';
const WITHIN = '不超过|未超过|最多|至多';
const ABOVE = '超过|大于|多于|高于|逾';
const FROM = '达到?|满|至少|不少于|不低于';
const ONE = new RegExp(
  `(?:(?<below>${BELOW})|(?<within>${WITHIN})|(?<above>${ABOVE})|(?<from>${FROM}))?(?<![\\d.])(?<number>${NUMBER})(?<wan>万)?(?<unit>${UNIT})?(?!内)(?<after>及?以上|及?以下|以内|之内)?`,
  'gu',
);
/** 五万元以下(不含五万元) is 不足五万元; (含) says what goes without saying. */
const WITHOUT = new RegExp(
  `(?<end>${NUMBER}万?(?:${UNIT}))(?<after>以下|以上)\\((?:不含|不包括)[^()]*\\)`,
  'gu',
);
const SPAN = /^(?:、|,|至|到|-|~|—|但|且|并|,但|,且)*$/;

const PLAIN: Record<string, [string, number]> = {
  名: ['人', 1],
  吨: ['公斤', 1000],
  千克: ['公斤', 1],
  克: ['公斤', 0.001],
  公顷: ['亩', 15],
  公里: ['米', 1000],
  日: ['天', 1],
  月: ['个月', 1],
  棵: ['株', 1],
  平方公里: ['平方米', 1_000_000],
};

/** A number in its unit's plain form. */
export function inPlainUnit(number: string, wan: string | undefined, unit: string): [number, string] {
  const [plain, times] = PLAIN[unit] ?? [unit, 1];
  return [Number((plainValue(number) * (wan ? 10_000 : 1) * times).toFixed(6)), plain];
}

/** Every span of a quantity that a condition's words give. A number without a limiting word is that number alone. */
export function boundsIn(given: string): Bounds[] {
  const condition = given
    .normalize('NFKC')
    .replaceAll(WITHOUT, (_all, end: string, after: string) => `${after === '以下' ? '不足' : '超过'}${end}`)
    .replaceAll(/\((?:均?含|包括)[^()]*\)/g, '');
  const found: (Bounds & { end: number })[] = [];
  const all = [...condition.matchAll(ONE)];
  all.forEach((match, at) => {
    const groups = match.groups!;
    const { number = '', wan, below, within, above, from, after } = groups;
    // 三千至一万立方米: the unit stands once.
    const unit = groups.unit ?? all[at + 1]?.groups?.unit;
    if (!unit) return;
    const tens =
      wan ?? (groups.unit === undefined && /^\d/.test(number) ? all[at + 1]?.groups?.wan : undefined);
    const [value, plain] = inPlainUnit(number, tens, unit);
    if (!Number.isFinite(value)) return;
    const last = found.at(-1);
    const between = last ? condition.slice(last.end, match.index) : '';
    const upper = Boolean(below || within || /以下|以内|之内/.test(after ?? ''));
    const joined =
      last && last.unit === plain && last.max === undefined && value > (last.min ?? 0) && SPAN.test(between);
    const end = match.index + match[0].length;
    const inclusive = !(below || above);
    if (joined && (upper || /至|到|-|~|—/.test(between))) {
      Object.assign(last, { max: value, maxInclusive: inclusive, end });
      return;
    }
    const topic = /[\p{sc=Han}]{0,8}$/u.exec(condition.slice(last?.end ?? 0, match.index))?.[0] ?? '';
    const lower = Boolean(above || from || /以上/.test(after ?? ''));
    const next = all[at + 1];
    const opens = next && /^(?:至|到|-|~|—)+$/.test(condition.slice(end, next.index)) && !upper && !lower;
    found.push({
      topic,
      unit: plain,
      ...(upper ? { max: value } : lower || opens ? { min: value } : { min: value, max: value }),
      minInclusive: inclusive,
      maxInclusive: inclusive,
      end,
    });
  });
  return found.map(({ end: _, ...bounds }) => bounds);
}

export const isWithin = (value: number, { min, max, minInclusive, maxInclusive }: Bounds): boolean =>
  (min === undefined || value > min || (minInclusive && value === min)) &&
  (max === undefined || value < max || (maxInclusive && value === max));

function plainValue(number: string): number {
  if (/^\d/.test(number)) return Number(number.replaceAll(',', ''));
  const [whole = '', part] = number.split('点');
  return part === undefined
    ? chineseValue(whole)
    : Number(`${chineseValue(whole)}.${[...part].map((digit) => chineseValue(digit)).join('')}`);
}
