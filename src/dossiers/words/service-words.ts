import type { Service } from '../../cases/case-file.ts';
import type { Span } from '../paper.ts';
import type { SERVICE_LABELS } from './service-labels.ts';

const METHODS: [RegExp, NonNullable<Service['method']>][] = [
  [/直接|当面/, 'direct'],
  [/留置/, 'retained'],
  [/邮寄|邮政|挂号|特快|快递|EMS/i, 'post'],
  [/电子|传真|邮件|短信|微信|平台推送/, 'electronic'],
  [/委托(?!代理|人)/, 'entrusted'],
  [/转交/, 'through-unit'],
  [/公告/, 'public-notice'],
  [/当场/, 'on-the-spot'],
];

/** A ticked box before its words (☑直接送达, √留置), or behind them where no box stands before any: 直接送达（√）. */
const TICK_BEFORE = /[☑☒✓✔√■▣◼●]\s*([^\s□☐○◯☑☒✓✔√■、，,；;（(）)]+)/u;
const TICK_BEHIND = /([\p{sc=Han}]{2,6})[（([【]?[✓✔√☑][）)\]】]?/u;

/** The way of service that a field states. Of several printed ways only a ticked one counts. */
export function methodOf({
  value,
  start,
  end,
}: Span & { value: string }): (Span & { method: NonNullable<Service['method']> }) | undefined {
  const behind = /[□☐]/.test(value) ? null : TICK_BEHIND.exec(value);
  const ticked = behind ?? TICK_BEFORE.exec(value);
  if (!ticked && /[□☐]/.test(value)) return undefined;
  const words = ticked
    ? (ticked[1] ?? '')
    : value.replace(/[（(][^（）()]*[)）]/g, (part) => ' '.repeat(part.length));
  const own = METHODS.flatMap(([pattern, method]) => {
    const match = pattern.exec(words);
    return match ? [{ method, at: match.index }] : [];
  }).sort((one, other) => one.at - other.at);
  if (own.length === 0 || (own.length > 2 && !ticked)) return undefined;
  // 宣告后当场交付（直接送达）: where it was handed over, and then the way by its name.
  const said =
    own[0]?.method === 'on-the-spot' ? /[（(](\p{sc=Han}{2})送达[)）]/u.exec(value)?.[1] : undefined;
  const named = said && METHODS.find(([pattern]) => pattern.test(said));
  const first = named ? { method: named[1] } : own[0];
  const span = ticked
    ? { start: start + ticked.index, end: start + ticked.index + ticked[0].length }
    : { start, end };
  return { method: first!.method, ...span };
}

const RELATIONS: [RegExp, NonNullable<Service['signerRelation']>][] = [
  [/法定代表人(?!的|之|委托|授权|指定|配偶|妻)|法人代表|^法人$/, 'legal-representative'],
  [
    /指定(?:的)?(?:代收|收件|签收|人)|(?:委托|受托|授权)(?:的)?(?:收件|代收|签收|接收|收取)(?:人|$)/,
    'named-recipient',
  ],
  [/委托|代理|受托|^代$/, 'agent'],
  [/指定/, 'named-recipient'],
  [/配偶|夫妻|妻|丈夫|父|母|儿子|女儿|之[子女]|[兄弟姐妹哥嫂]|儿媳|女婿|家属|亲属|同住/, 'adult-family'],
  [
    /隔壁|邻居|邻近|相邻|对门|楼上|楼下|他人单位|另一(?:家|公司)|保洁|清洁工|同村|村民|路人|快递|驿站|代收点|自提[点柜]|租户|租客|承租/,
    'other',
  ],
  [/收发|前台|门卫|传达室|文员|办公室|负责(?:签)?收(?:件|文|信)|收件员|内勤/, 'mail-clerk'],
  [/本人|当事人|经营者|业主|受送达人/, 'party'],
  [/负责人|总经理|厂长|主任|董事长|校长|院长/, 'head'],
  [/员工|职工|经理|店长|雇员|同事|职员|店员|邻居|房东/, 'other'],
];

/** What a note says of the one who signed: （代理人）, 法定代表人, 本人. */
export function relationOf(note: string): NonNullable<Service['signerRelation']> | undefined {
  const own = note.replace(/(?:系|是|为|与)?(?:受送达人|当事人|被处罚人)(?:的|之|关系|[:：])+/g, '');
  return RELATIONS.find(([pattern]) => pattern.test(own))?.[1];
}

const HEADS: [RegExp, keyof typeof SERVICE_LABELS][] = [
  [/文书名称|文件名称|送达(?:的)?(?:文书|文件|材料)|^文书|^文件/, 'of'],
  [/文号|文书编号|字号/, 'number'],
  [/受送达/, 'addressee'],
  [/送达地|地点/, 'place'],
  [/方式/, 'method'],
  [/日期|时间|年月日/, 'servedOn'],
  [/收件人|签收人|代收人|接收人|签收/, 'signer'],
  [/送达人/, 'servers'],
  [/见证/, 'witness'],
  [/理由|事由|原因/, 'refusal'],
  [/备注|说明/, 'remarks'],
];

/** The column that a head names in words of its own: 送达文书名称及文件编号. */
export function serviceColumn(head: string): keyof typeof SERVICE_LABELS | undefined {
  return HEADS.find(([pattern]) => pattern.test(head))?.[1];
}
