import { daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import { isName, namesIn } from './names-in.ts';

export type AttributeKey =
  | 'creditCode'
  | 'idNumber'
  | 'sex'
  | 'birthDate'
  | 'address'
  | 'phone'
  | 'legalRepresentative'
  | 'operator'
  | 'tradeName'
  | 'status';

/** Something said of a person or an organisation, with the place of its words. */
export interface Attribute extends Span {
  key: AttributeKey;
  value: string;
  /** The label's words without spaces; empty where there is none. */
  label: string;
}

type Unlabelled = Omit<Attribute, 'label'>;

const LABELS: [AttributeKey, string][] = [
  ['creditCode', '统一社会信用代码|社会信用代码|信用代码|营业执照注册号|营业执照号码?|注册号'],
  [
    'idNumber',
    '公民身份号码|公民身份证号码?|居民身份证号码?|居民身份证件号码|身份证件?号码?|身份证件及号码|身份证明号码|身份号码|有效证件号码|证件号码?|身份证',
  ],
  ['sex', '性别'],
  ['birthDate', '出生日期|出生年月日?|出生'],
  [
    'address',
    '主要经营场所|经营场所|经营地址|家庭住址|现住址|户籍地址|户籍所在地|单位地址|注册地址|通讯地址|联系地址|住所地|住所|住址|地址|现住|住',
  ],
  ['phone', '联系电话|联系方式|手机号码?|电话号码?|电话|手机'],
  ['legalRepresentative', '法定代表人|法人代表|主要负责人|负责人'],
  ['operator', '经营者姓名|经营者|业主|经营人'],
  ['tradeName', '字号名称|字号'],
  ['status', '登记状态|经营状态|企业状态'],
];
/** Labels whose words read on in prose: without a stop they only count at the start of a clause. */
const spread = (words: string) =>
  words
    .split('|')
    .map((word) =>
      [...word]
        .map((sign) => sign.replace('?', '?'))
        .join('[ \\u3000]{0,6}')
        .replaceAll(/\[ \\u3000\]\{0,6\}\?/g, '?'),
    )
    .join('|');
const START = '(?<=^|[\\s\\u3000，,；;。、（(|：:])(?:(?:其|当事人|该公司)(?=[\\p{sc=Han}]))?';
const NOTE = '(?:[ \\u3000]*[（(][^（）()\\n]{1,14}[)）])*';
const JOINT = '[ \\u3000]*(?:[:：][ \\t\\u3000]*\\n?[ \\t\\u3000]*|\\t[ \\u3000]*|为|是|系)?[ \\u3000]*';
const PATTERNS = LABELS.map(
  ([key, words]) => [key, new RegExp(`${START}(${spread(words)})${NOTE}(${JOINT})`, 'gmu')] as const,
);
const ID_NUMBER = /^(?:\d{17}[\dXx]|\d{15})(?![\dXx])/;
const CREDIT_CODE = /^[0-9A-Z]{15,20}(?![0-9A-Za-z])/;
const PHONE =
  /^(?:\+?86[- ]?)?(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|\d{3,4}[-—－ ]\d{3,4}[-—－ ]?\d{3,4}|\d{7,8})(?!\d)/;

/**
 * What a stretch of a paper says of people and organisations, in its order: `法定代表人：张示`, `性别　男`,
 * `，住示例路1号，`. Whose it is, the reader of the paper settles.
 */
export function attributesIn(text: string, within: Span): Attribute[] {
  const found: Attribute[] = [];
  for (const [key, pattern] of PATTERNS) {
    for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
      const at = within.start + match.index + match[0].length;
      const attribute = valueAt(key, text, at, within.end, match[2] !== '');
      if (attribute && !found.some((one) => one.key === key && one.start === attribute.start))
        found.push({ ...attribute, label: (match[1] ?? '').replaceAll(/[ 　]/g, '') });
    }
  }
  found.push(...bareIn(text, within));
  return found.sort((one, other) => one.start - other.start);
}

/** 张示，男，1980年1月1日出生: what is said without a label. */
function bareIn(text: string, { start, end }: Span): Attribute[] {
  const words = text.slice(start, end);
  const found = (key: AttributeKey, value: string, at: number, length: number): Attribute => {
    return { key, label: '', value, start: start + at, end: start + at + length };
  };
  const sexes = [
    ...words.matchAll(/(?<=[，,、][ 　]*)[男女](?=[ 　]*[，,、])|(?<=\p{sc=Han}[（(])[男女](?=[)），,])/gu),
  ].map((match) => found('sex', match[0], match.index, 1));
  const births = [
    ...words.matchAll(
      /(?:\d{4}|[〇零一二三四五六七八九]{4})年[^，,；;。\n]{1,9}日(?=[ 　]*(?:出生|生[，,]))/g,
    ),
  ].flatMap((match) =>
    daysIn(match[0]).map(({ day }) => found('birthDate', day, match.index, match[0].length)),
  );
  return [...sexes, ...births];
}

function valueAt(
  key: AttributeKey,
  text: string,
  from: number,
  to: number,
  stopped: boolean,
): Unlabelled | undefined {
  const skip = /^[\s　:：]*/.exec(text.slice(from, from + 3))?.[0].length ?? 0;
  const start = from + skip;
  const rest = text.slice(start, Math.min(to, start + 120));
  const made = (value: string, length: number): Unlabelled => ({ key, value, start, end: start + length });
  switch (key) {
    case 'creditCode':
    case 'idNumber': {
      const close = rest.replaceAll(/(?<=[\dA-Z]{3,})[ 　](?=[\dXx]{3,})/g, '');
      const match = (key === 'idNumber' ? ID_NUMBER : CREDIT_CODE).exec(close);
      if (!match) return undefined;
      const length = lengthWithGaps(rest, match[0].length);
      return made(match[0].toUpperCase(), length);
    }
    case 'sex':
      return /^[男女](?!\p{sc=Han})/u.test(rest) ? made(rest[0]!, 1) : undefined;
    case 'birthDate': {
      const [day] = daysIn(rest.slice(0, 16));
      return day?.start === 0 && !day.relative ? made(day.day, dayLength(rest)) : undefined;
    }
    case 'phone': {
      const match = PHONE.exec(rest);
      return match ? made(match[0], match[0].length) : undefined;
    }
    case 'address':
      return addressIn(rest, made);
    case 'status':
      return statusIn(rest, made);
    case 'tradeName': {
      const quoted = /^“([^”\n]{2,30})”/.exec(rest);
      if (quoted) return { key, value: quoted[1]!, start: start + 1, end: start + quoted[0].length - 1 };
      const match = /^(?:[\p{sc=Han}A-Za-z0-9·]|[（(][^（）()\n]*[)）]){2,40}/u.exec(rest);
      return match && stopped ? made(match[0], match[0].length) : undefined;
    }
    default:
      return nameIn(rest, made, stopped);
  }
}

const dayLength = (rest: string) => /^.{4,14}?日|^[\d./-]{8,10}/.exec(rest)?.[0].length ?? 10;

function lengthWithGaps(rest: string, signs: number): number {
  let seen = 0;
  for (let index = 0; index < rest.length; index++) {
    if (/[^ 　]/.test(rest[index]!)) seen++;
    if (seen === signs) return index + 1;
  }
  return signs;
}

type Made = (value: string, length: number) => Unlabelled;

/** An address has a place's sign and a number or a building; it ends at a stop, a gap before a label, or the line. */
function addressIn(rest: string, made: Made): Unlabelled | undefined {
  const line = /^[^\n\t，,；;。]+/.exec(rest)?.[0] ?? '';
  const cut = /[ 　]+(?=[\p{sc=Han} 　]{1,10}(?:[:：]|[ 　]|\d{5}))|[ 　]{2,}|[（(](?:邮编|电话|联系)/u.exec(
    line,
  );
  const words = (cut ? line.slice(0, cut.index) : line).trimEnd();
  return /(?:[省市区县镇乡村州旗盟]|街道|路|街|巷|号|组|社区|大道|园|楼|幢|室|栋)/.test(words) &&
    words.length >= 4 &&
    words.length <= 80
    ? made(words, words.length)
    : undefined;
}

function statusIn(rest: string, made: Made): Unlabelled | undefined {
  const match = /^(?:(存续|在营|开业|在业|正常)|(注销)|(吊销))/.exec(rest);
  if (!match) return undefined;
  return made(match[1] ? 'active' : match[2] ? 'cancelled' : 'revoked', match[0].length);
}

function nameIn(rest: string, made: Made, stopped: boolean): Unlabelled | undefined {
  const line = /^[^\n\t，,；;。]{2,24}/.exec(rest)?.[0] ?? '';
  const [first] = namesIn(line);
  if (first?.start === 0) return made(first.name, first.end);
  // A rare name is taken where nothing else can stand.
  const alone = /^\p{sc=Han}{2,3}(?=[ 　]*(?:$|[（(]))/u.exec(line)?.[0];
  return stopped &&
    alone &&
    !/签|章|意见|同意|情况|姓名|职务|电话|审批|代码/.test(alone) &&
    !isName(line.slice(0, 1))
    ? made(alone, alone.length)
    : undefined;
}
