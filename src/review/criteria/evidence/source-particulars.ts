import { valueAt } from '../../../cases/read-case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { yuanText } from '../../../law/money.ts';
import { chineseValue, numbersInText } from '../../../law/numbers-in-text.ts';
import type { Context } from '../../rules/rule.ts';
import { daysInText } from '../../words/days-in-text.ts';
import type { Stated } from './stated-particulars.ts';

const NUMBERS = /^party\.(?:creditCode|idNumber|operatorIdNumber)$/;
const DAYS = /^(?:decision\.date|priorNotices\.\d+\.date|filing\.approvedOn)$/;
const FINES = /^decision\.penalties\.\d+\.amount$/;

/** Values whose source quotes a number, a day or an amount, and only others than the value itself. */
export function sourceParticulars({ file }: Context): Stated[] {
  return (file.sources ?? []).flatMap(({ path, paper, quote }) => {
    const value = valueAt(file, path);
    const quoted = quotedIn(path, quote);
    if (quoted.length === 0 || (typeof value !== 'string' && typeof value !== 'number')) return [];
    const own = file.papers?.find(({ id }) => id === paper);
    const explained = own?.states?.differenceExplained;
    const shown = DAYS.test(path) ? chineseDay(String(value)) : String(value);
    return [
      {
        what: NUMBERS.test(path) ? '号码' : DAYS.test(path) ? '日期' : '罚款或者没收的金额',
        paper: own?.title ?? paper,
        said: quote,
        path,
        due: { text: shown, paths: [path] },
        agrees: quoted.includes(String(value)),
        same: () => true,
        ...(explained ? { explained } : {}),
      },
    ];
  });
}

function quotedIn(path: string, quote: string): string[] {
  const plain = quote.normalize('NFKC');
  if (NUMBERS.test(path)) return plain.toUpperCase().match(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g) ?? [];
  if (DAYS.test(path)) return daysInText(plain);
  if (!FINES.test(path) || !/(?:罚款|没收).*[元圆]/.test(plain)) return [];
  return [...numbersInText(plain).map(({ value }) => value), ...smallChange(plain)];
}

/** 陆佰伍拾元伍角, 十二元三角四分: sums that go below a yuan in words. */
function smallChange(plain: string): string[] {
  const digits = '[〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两]';
  const pattern = new RegExp(`(${digits}+)[元圆](?:(${digits})角)?零?(?:(${digits})分)?`, 'g');
  return [...plain.matchAll(pattern)].flatMap(([, whole = '', jiao = '零', cents = '零']) =>
    jiao === '零' && cents === '零'
      ? []
      : [yuanText(chineseValue(whole) * 100 + chineseValue(jiao) * 10 + chineseValue(cents))],
  );
}
