import { type DayIn, daysIn } from '../../law/days-in.ts';
import { sumsIn } from '../../law/sums-in.ts';
import type { Paper, StatedFact } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { dayOfField } from '../words/day-of-field.ts';
import { labelsIn } from '../words/labels-in.ts';
import { headApproval } from '../words/opinion-in.ts';

const LABELS = {
  closedOn: [
    '结案日期',
    '结案时间',
    '批准结案日期',
    '批准结案时间',
    '准予结案日期',
    '结案审批日期',
    '结案审批时间',
    '结案批准日期',
    '办结日期',
    '办结时间',
    '结案',
    '办结',
  ],
  archivedOn: [
    '归档日期',
    '归档时间',
    '案卷归档日期',
    '立卷日期',
    '立卷归档日期',
    '移交归档日期',
    '归档移交日期',
    '移交档案室日期',
    ...['归档', '立卷', '立卷归档', '归档立卷', '案卷归档', '移交归档', '入档', '移交档案室'].flatMap(
      (done) => [done, `${done}日期`, `${done}时间`],
    ),
  ],
  publishedOn: [
    '公示日期',
    '公示时间',
    '公开日期',
    '公开时间',
    '处罚信息公示日期',
    '行政处罚信息公示日期',
    '决定公开日期',
    ...[
      '公示',
      '公开',
      '信息公示',
      '信息公开',
      '公示公开',
      '网上公示',
      '决定公开',
      '处罚公示',
      '处罚信息公示',
    ].flatMap((done) => [done, `${done}情况`]),
  ],
  other: [
    '立案日期',
    '立案时间',
    '处罚决定送达时间',
    '决定日期',
    '处罚日期',
    '案由',
    '当事人',
    '执行情况',
    '保管期限',
    '承办人',
    '处罚文号',
    '立案编号',
    '立案',
    '处罚',
    '决定',
    '案号',
    '承办机构',
  ],
} as const;
const GROUPS = ['closedOn', 'archivedOn', 'publishedOn'] as const;
const KINDS: ReadonlySet<Paper['kind']> = new Set(['closure-approval', 'cover', 'remarks']);
/** 已于2025年6月5日缴清罚没款2590元, 2024年7月2日当事人缴纳罚款100000元. */
const PAID = /缴清|缴纳|缴至|缴款|交清|缴入|上缴|付清|交纳|缴讫|缴毕|当场收缴|收缴罚/;
const NOT_PAID =
  /未|逾期|拒不|应当|应于|前缴|期限|申请|分[\d一二三四五六七八九十]期|第[\d一二三四五六七八九十]期/;
/** 同意结案, 准予备案、结案: of what the handlers ask for this is no more than a part. */
const CLOSES = /(?<!建议|拟|报请|提请|申请|请予|不)(?:同意|准予|准许|批准|可以|予以)[^。；\n\t不]{0,12}结案/g;
/** 局长 同意 王示 2025年7月23日: on the form that closes the case nothing else is agreed to. */
const AGREES =
  /(?:局长|局领导|负责人|领导|主任|审批(?:人)?)(?:意见)?[ 　]*[:：\t]?[ 　]*(?:同意|准予|批准)(?!分期|延期|移送)/g;
const FILED = /(?:归档|立卷|入档)(?:日期|时间|于)?[ 　\t]*$/;
const PROPOSED = /建议|拟|申请|提请|报请/;
/** Papers at whose foot the publication of the decision is noted. */
const TELLS_TOO: ReadonlySet<Paper['kind']> = new Set(['proof-of-service', 'receipt', 'decision-approval']);
/** 决定于2024年5月22日在局网站公开, as against 公告送达 and a hearing in public. */
const SITE =
  /(?:决定|处罚|公示|公开)[^。；\n]{0,40}(?:网站|官网|系统|平台|信用)|(?:网站|官网|系统|平台|信用)[^。；\n]{0,30}(?:公示|公开)/;
const PUBLISHED_AT_ALL = /公示|公开/;
const PUBLISHED = /[^。；\n]{0,160}(?:公示|公开)[^。；\n]*/g;

/** 结案审批表, 案卷封面 and 备考表: when the fine was paid, when the case was closed, published and put into the archive. */
export const closure: Reader = (paper) => {
  if (TELLS_TOO.has(paper.kind)) return publication(paper.text, daysIn(paper.text), SITE);
  if (!KINDS.has(paper.kind) && !(paper.kind === 'other' && /公示|公开|归档/.test(paper.title))) return [];
  const { text } = paper;
  const days = daysIn(text);
  const fields = labelsIn(text, LABELS);
  const facts: StatedFact[] = [];
  for (const key of GROUPS) {
    const field = fields.find((one) => one.key === key);
    const day = field && !PROPOSED.test(field.value) && dayOfField(field);
    if (day) facts.push(stated(`performance.${key}`, day.day, day));
  }
  // 立案2024年5月15日　结案2024年6月28日　立卷2024年7月10日: a cover without colons.
  const filed =
    paper.kind === 'cover' &&
    days.find((one) => FILED.test(text.slice(Math.max(0, one.start - 12), one.start)));
  if (filed && !facts.some(({ path }) => path === 'performance.archivedOn'))
    facts.push(stated('performance.archivedOn', filed.day, filed));
  if (paper.kind !== 'closure-approval') return facts;
  const has = (path: string) => facts.some((fact) => fact.path === path);
  const closed = headApproval(text)?.day ?? closingDay(text, days);
  if (closed && !has('performance.closedOn')) facts.push(stated('performance.closedOn', closed.day, closed));
  if (!has('performance.publishedOn')) facts.push(...publication(text, days));
  const archived = days.find(({ end }) =>
    /^[ 　]*(?:已|予以|全案|案卷)?(?:立卷)?归档/.test(text.slice(end, end + 12)),
  );
  if (archived && !has('performance.archivedOn'))
    facts.push(stated('performance.archivedOn', archived.day, archived));
  return [...facts, ...payment(text, days)];
};

/** The day beside the last words that close the case, whoever says them. */
function closingDay(text: string, days: readonly DayIn[]): DayIn | undefined {
  const last = [...text.matchAll(CLOSES)].at(-1) ?? [...text.matchAll(AGREES)].at(-1);
  if (!last) return undefined;
  const from = last.index + last[0].length;
  return days.find(({ start }) => start >= from && start < from + 40);
}

/** The sentence that says that all was paid, when and how much. */
function payment(text: string, days: ReturnType<typeof daysIn>): StatedFact[] {
  for (const match of text.matchAll(/[^。；;\n\t]+/g)) {
    if (!PAID.test(match[0]) || NOT_PAID.test(match[0])) continue;
    const end = match.index + match[0].length;
    const own = days.filter(({ start }) => start >= match.index && start < end);
    const at = match.index + PAID.exec(match[0])!.index;
    const day = own.length === 1 ? own[0] : own.findLast(({ start }) => start < at);
    const sums = sumsIn(match[0]);
    if (!day) continue;
    // Fine and gains apart add up to what was paid; only a single sum states it.
    const sum = new Set(sums.map(({ fen }) => fen)).size === 1 ? sums[0] : undefined;
    return [
      stated('performance.paidOn', day.day, day),
      ...(sum && own.length === 1
        ? [
            stated('performance.paid', Number(sum.fen) / 100, {
              start: match.index + sum.start,
              end: match.index + sum.end,
            }),
          ]
        : []),
    ];
  }
  return [];
}

function publication(text: string, days: ReturnType<typeof daysIn>, about = PUBLISHED_AT_ALL): StatedFact[] {
  for (const { 0: words, index } of text.matchAll(PUBLISHED)) {
    if (/未|不予公|听证|公告送达|视为送达/.test(words) || !about.test(words)) continue;
    const at = index + /公示|公开/.exec(words)!.index;
    // Without 已 or 于 the day must stand right before: 决定2024年7月22日公示.
    const near = /已|于/.test(words) ? 16 : 4;
    // 公示：2024年9月20日在……系统公示: the last word is the one told.
    const last = index + Math.max(words.lastIndexOf('公示'), words.lastIndexOf('公开'));
    const before = (place: number, most: number) =>
      days.findLast(({ start, end }) => start >= index && end <= place && place - end < most);
    const day = before(at, near) ?? (SITE.test(words) ? before(last, 30) : undefined);
    if (day && !/拟|将|应|待|前/.test(text.slice(day.end, Math.max(at, last))))
      return [stated('performance.publishedOn', day.day, day)];
  }
  return [];
}
