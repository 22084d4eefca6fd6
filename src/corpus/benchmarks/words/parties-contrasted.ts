import { isResponsible } from '../table-columns.ts';

const NAMED =
  /对(?<who>[^，。；：对处罚第]{2,16}?)(?:，(?:…+)?)?(?=(?:由[^，。；]{2,20})?(?:责令|可以处|可处|处以?(?=[\d一二三四五六七八九十百千万两违货应每所上])|给予|没收))/g;
const PERSONS = /(?:人员|导游|领队|医师|护士|教师|律师|驾驶员|经营者个人|从业者|自然人|公民|个人)$/;
const UNITS =
  /(?:单位|企业|公司|旅行社|合作社|机构|学校|医院|幼儿园|工厂|经营场所|营业场所|中心|事务所|组织)$/;

/**
 * A provision that fines a kind of unit and the people who work in it each in a sum of its own (对旅行社处…；对导游人员、领队人员处…) in the words that
 * say so of every kind: 对单位处…；对个人处…. Left as it stands where only one of them is named, or a word is neither.
 */
export function partiesContrasted(text: string): string {
  const plain = text.replaceAll(/…+/g, '');
  // 对广告主处…: the only one that is fined needs no name, and stands before those responsible in it.
  const named = [...plain.matchAll(NAMED)].map(({ groups }) => groups!.who!);
  const [only, more] = new Set(named.filter((who) => !isResponsible(who)));
  if (only && !more) {
    const side = sideOf(only);
    if (side === '单位') return plain.replaceAll(`对${only}`, '对单位');
    if (!side && !/单位|个人|其$|公民|法人/.test(only)) return plain.replaceAll(`对${only}`, '');
  }
  // 对用人单位处…，对其直接负责的主管人员处…: the only unit that is fined, and those responsible in it.
  const names = new Set([...plain.matchAll(NAMED)].map(({ groups }) => groups!.who!));
  const offenders = [...names].filter((who) => !isResponsible(who));
  const [unit, another] = offenders;
  if (unit && !another && names.size > 1 && sideOf(unit) === '单位')
    return plain.replaceAll(NAMED, (whole, who: string) => (who === unit ? '对单位' : whole));
  const sides = [...plain.matchAll(NAMED)].map(({ groups }) => sideOf(groups!.who!));
  if (!sides.includes('单位') || !sides.includes('个人') || sides.includes(undefined)) return plain;
  return plain.replaceAll(NAMED, (_, who: string) => `对${sideOf(who)}`);
}

function sideOf(who: string): '单位' | '个人' | undefined {
  if (isResponsible(who)) return undefined;
  const names = who.split(/[、和及与]|以及/);
  if (names.every((name) => PERSONS.test(name))) return '个人';
  return names.every((name) => UNITS.test(name)) ? '单位' : undefined;
}
