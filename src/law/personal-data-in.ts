import { chineseDay, type Day } from './dates.ts';
import { isCreditCode, isIdNumber } from './identity-numbers.ts';

/** 公开前应当处理的个人信息, as far as code can see it in a text. */
export const PERSONAL_DATA = {
  'id-number': '身份号码',
  mobile: '手机号码',
  account: '银行账号',
  'birth-date': '出生日期',
  'home-address': '住址',
  email: '电子邮箱',
  'minor-name': '未成年人姓名',
  phone: '联系电话',
} as const;

export interface PersonalDatum {
  kind: keyof typeof PERSONAL_DATA;
  quote: string;
}

/** What the file knows of the persons in the case, so that it is found in any form. */
export interface KnownPersons {
  idNumbers?: string[];
  phones?: string[];
  /** Home addresses of natural persons, not the seats of organisations. */
  addresses?: string[];
  birthDates?: Day[];
  minors?: string[];
}

const NUMBER = String.raw`(?<![0-9A-Za-z])(\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx])(?![0-9A-Za-z])`;
const LABELLED_NUMBER = /身份(?:证|号码|证号)[^\d\n。；]{0,10}(\d{17}[\dXx]|\d{15})(?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z.])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/g;
const ACCOUNT = /(?:账号|帐号|卡号|账户|帐户)[^\d\n。；]{0,15}(\d(?:[ -]?\d){7,24})(?!\d)/g;
const CARD = /(?<![0-9A-Za-z])(62\d{2}(?:[ -]?\d){12,15})(?!\d)/g;
const NUMERAL_DATE =
  '[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日';
const DATE = String.raw`(?:\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?|${NUMERAL_DATE})`;
const BIRTH = new RegExp(
  String.raw`(?:出生(?:日期|年月日|于|在)?|生于|生日)\s*[：:为是]?\s*(${DATE})|(${DATE})\s*(?:出生|生(?![产效活成]))`,
  'g',
);
const HOME =
  /(?:家庭(?:住址|地址)|户籍(?:所在)?地(?:址)?|(?:现)?住址|(?<=[，,；;。\s])现?住(?![所院房宿建处]))\s*[：:为是在于]?\s*([^，,。；;\n]{4,60})/g;
const HOUSE = /[\d一二三四五六七八九十百]+\s*(?:号|室|栋|幢|单元|组|弄|户|楼)/;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Where the fine is to be paid is told to everybody. */
const PAYEE = /缴|罚没|财政|国库|非税|代收|收款|指定/;
const SERIAL = /(?:批号|编号|文号|条码|单号|代码)[^\d\n。；]{0,6}$/;

/**
 * Personal data that a text still states in full: identity numbers (GB 11643, with a right check digit, or so
 * labelled), mobile numbers, account numbers, full birth dates, home addresses down to the house, e-mail addresses, and
 * whatever `known` names. Masked forms (`110***********1234`, 张某某, 1982年生) are not found.
 */
export function personalDataIn(text: string, known: KnownPersons = {}): PersonalDatum[] {
  const plain = text.normalize('NFKC');
  const found: PersonalDatum[] = [
    ...idNumbers(plain),
    ...each(plain, MOBILE, 'mobile', (before) => !SERIAL.test(before)),
    ...each(plain, ACCOUNT, 'account', (before) => !PAYEE.test(before.split(/[。；\n]/).at(-1) ?? '')),
    ...each(plain, CARD, 'account', (_before, quote) => luhn(quote)),
    ...each(plain, BIRTH, 'birth-date', () => true),
    ...each(plain, HOME, 'home-address', (_before, quote) => HOUSE.test(quote)),
    ...each(plain, EMAIL, 'email', (_before, quote) => !/\.gov\.cn$/i.test(quote)),
    ...knownIn(plain, known),
  ];
  return found.filter(
    ({ kind, quote }, index) =>
      found.findIndex((other) => other.kind === kind && other.quote === quote) === index,
  );
}

function idNumbers(text: string): PersonalDatum[] {
  const labelled = each(text, LABELLED_NUMBER, 'id-number', () => true);
  const valid = each(text, new RegExp(NUMBER, 'g'), 'id-number', (before, quote) => {
    const digits = bare(quote).toUpperCase();
    return isIdNumber(digits) && !(isCreditCode(digits) && /信用代码[^\d]{0,4}$/.test(before));
  });
  return [...labelled, ...valid];
}

function knownIn(text: string, known: KnownPersons): PersonalDatum[] {
  const squeezed = text.replaceAll(/\s/g, '');
  const has = (kind: PersonalDatum['kind'], values: string[] = []): PersonalDatum[] =>
    values
      .filter((value) => value.length > 1 && squeezed.includes(value.normalize('NFKC').replaceAll(/\s/g, '')))
      .map((quote) => ({ kind, quote }));
  return [
    ...has('id-number', known.idNumbers),
    ...has('phone', known.phones),
    ...has('home-address', known.addresses),
    ...has('birth-date', (known.birthDates ?? []).flatMap(formsOf)),
    ...has('minor-name', known.minors),
  ];
}

function formsOf(day: Day): string[] {
  const [year, month, date] = day.split('-');
  return [chineseDay(day), `${year}年${month}月${date}日`, day, `${year}.${month}.${date}`];
}

function each(
  text: string,
  pattern: RegExp,
  kind: PersonalDatum['kind'],
  counts: (before: string, quote: string) => boolean,
): PersonalDatum[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const quote = match[1] ?? match[2] ?? match[0];
    return counts(text.slice(Math.max(0, match.index - 60), match.index), quote) ? [{ kind, quote }] : [];
  });
}

function luhn(quote: string): boolean {
  const digits = [...bare(quote)].reverse().map(Number);
  if (![16, 17, 19].includes(digits.length)) return false;
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const bare = (quote: string): string => quote.replaceAll(/[ -]/g, '');
