/** What the heading of one end of a span says. */
export interface EndHead {
  /** The heading without the words of the end: 货值金额 of 货值金额自（元，含）. */
  stem: string;
  side: 'low' | 'high';
  /** Whether the number itself belongs to the span, where the heading says so. */
  inclusive?: boolean;
  unit?: string;
  /** The word of the end: 下限, 至. */
  word: string;
}

type Side = Pick<EndHead, 'side' | 'inclusive'>;

const LOW: [string, Side][] = [
  ['大于(?:或者?)?等于|不低于|不少于|不小于|≥|>=', { side: 'low', inclusive: true }],
  ['大于|超过|高于|>', { side: 'low', inclusive: false }],
  ['自|起始?点?|从|由|下限|最低|最小|最少|最低值|低值|以上', { side: 'low' }],
];
const HIGH: [string, Side][] = [
  ['小于(?:或者?)?等于|不超过|不高于|不大于|不多于|≤|<=', { side: 'high', inclusive: true }],
  ['小于|不足|不满|低于|<', { side: 'high', inclusive: false }],
  ['至|到|止|终点|上限|最高|最大|最多|最高值|高值|以下', { side: 'high' }],
];
const ENDS = [...LOW, ...HIGH].map(
  ([words, side]) =>
    [
      new RegExp(`^(?<stem>.+?)(?<word>${words})(?:值|额|数额?|金额)?$`),
      new RegExp(`^(?<word>${words})(?<stem>.+)$`),
      side,
    ] as const,
);
const UNIT =
  /^(?:单位[:：])?(万元|亿元|元|倍|[%％‰]|吨|千克|公斤|克|平方米|㎡|立方米|亩|公顷|公里|米|个月|月|天|日|小时|年|次|人次|人|户|件|批次|批|台|辆|艘|只|头|羽|株|份|个|项|处|家|箱|瓶|袋|升|毫升|毫克|分贝|蒸吨)$/;

/** 法定最低罚款金额, 法定罚款上限, 最低法定罚款: an end of what the law allows. */
const LEGAL_END =
  /^(?:法定(?:罚款|处罚)?(?:幅度|金额|数额)?(?:的)?(?=最|[上下]限)|(?=最[低高]法定))(?<end>最[低高]|[上下]限)(?:法定)?(?:罚款|处罚)?(?:限?额|金额|数额|值|标准)?$/;

/** Reads the heading of a column as one end of a span; `undefined` where it is none. */
export function endHead(heading: string): EndHead | undefined {
  let unit: string | undefined;
  let flag: boolean | undefined;
  const words = heading.replaceAll(/[（(]([^（）()]*)[）)]/g, (whole, inner: string) => {
    const tokens = inner.split(/[，,、；;]/).map((token) => token.trim());
    if (!tokens.every((token) => UNIT.test(token) || flagOf(token) !== undefined || isEnd(token)))
      return whole;
    for (const token of tokens) {
      unit ??= UNIT.exec(token)?.[1];
      flag ??= flagOf(token);
    }
    return tokens.filter(isEnd).join('');
  });
  const plain = words.replace(LEGAL_END, '法定罚款幅度$<end>');
  for (const [after, before, side] of ENDS) {
    const { stem, word } = (after.exec(plain) ?? before.exec(plain))?.groups ?? {};
    if (!stem || !word) continue;
    return {
      ...side,
      stem,
      word,
      ...(flag === undefined ? {} : { inclusive: flag }),
      ...(unit ? { unit } : {}),
    };
  }
  return undefined;
}

function flagOf(token: string): boolean | undefined {
  if (/^(?:含|包含|包括|含本数|包括本数|闭区间)$/.test(token)) return true;
  return /^(?:不含|不包含|不包括|不含本数|不包括本数|开区间)$/.test(token) ? false : undefined;
}

function isEnd(token: string): boolean {
  return [...LOW, ...HIGH].some(([words]) => new RegExp(`^(?:${words})$`).test(token));
}
