import { NOT_ESTABLISHED } from '../../../discretion/case-factors.ts';
import type { FieldFault } from '../../../errors.ts';
import { type Day, isDay } from '../../../law/dates.ts';
import type { CalculatorField } from './calculator-fields.ts';

export const PARTY_KINDS = {
  organisation: '法人或者其他组织',
  'individual-business': '个体工商户',
  person: '公民',
} as const;

/** Grounds that a person has accepted, by the names of the case file. */
export const GROUND_NAMES = {
  'removed-harm': '主动消除或者减轻违法行为危害后果',
  coerced: '受他人胁迫或者诱骗实施违法行为',
  'confessed-unknown': '主动供述行政机关尚未掌握的违法行为',
  meritorious: '配合行政机关查处违法行为有立功表现',
  'other-law': '法律、法规、规章规定的其他应当从轻或者减轻情形',
  'minor-age': '已满十四周岁不满十八周岁',
  mental: '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人',
  heavier: '从重情形',
} as const;

/** What the form holds: as typed, and as facts where all of it can be read. */
export interface CalculatorState {
  on: string;
  party: string;
  /** 办案地区; absent where the table is of one region. */
  region?: string;
  /** By the name of the form's field, as typed. */
  typed: ReadonlyMap<string, string>;
  grounds: ReadonlySet<string>;
  /** `none`: looked into, there are none. */
  noGrounds: boolean;
  faults: FieldFault[];
  /** Absent while something cannot be read. Numbers only in the form of `caseOfFacts`. */
  facts?: Record<string, unknown>;
}

/** The name of a field in the form and the address. */
export const fieldName = (field: Pick<CalculatorField, 'name'>) => `f.${field.name}`;
/** The box beside a number that says that it cannot be established. */
export const unknownName = (field: Pick<CalculatorField, 'name'>) => `u.${field.name}`;

/** Reads the address. Nothing is guessed: what cannot be read is a fault, and what is empty is not known. */
export function readCalculatorQuery(
  given: URLSearchParams,
  fields: readonly CalculatorField[],
  fallback: { on: Day; party: keyof typeof PARTY_KINDS; asksRegion: boolean },
): CalculatorState {
  const text = (name: string) => (given.get(name) ?? '').trim().slice(0, 100);
  const on = text('on') || fallback.on;
  const party = text('party') || fallback.party;
  const region = fallback.asksRegion ? text('region') : undefined;
  const faults: FieldFault[] = [];
  if (!isDay(on)) faults.push({ path: 'on', expected: '应为真实的日期，写作 2024-03-05' });
  if (!Object.hasOwn(PARTY_KINDS, party))
    faults.push({ path: 'party', expected: '应为所列的当事人类型之一' });
  const typed = new Map<string, string>();
  const factors = new Map<string, string | number | boolean>();
  const amounts = new Map<string, number>();
  for (const field of fields) {
    const [name, unknown] = [fieldName(field), unknownName(field)];
    const words = text(name);
    typed.set(name, words);
    const cannot = text(unknown) === '1';
    if (cannot) typed.set(unknown, '1');
    if (cannot && words !== '' && words !== NOT_ESTABLISHED) {
      faults.push({ path: name, expected: '填写数值，或者勾选“无法查明”，二者择一' });
    } else if (cannot || words === NOT_ESTABLISHED) {
      factors.set(field.name, NOT_ESTABLISHED);
    } else if (words !== '') {
      const read = readValue(field, words);
      if ('expected' in read) faults.push({ path: name, expected: read.expected });
      else if (field.type === 'amount') amounts.set(field.name, Number(read.value));
      else factors.set(field.name, read.value);
    }
  }
  const grounds = new Set(given.getAll('g').filter((kind) => Object.hasOwn(GROUND_NAMES, kind)));
  const noGrounds = given.getAll('g').includes('none');
  if (noGrounds && grounds.size > 0)
    faults.push({ path: 'g', expected: '勾选已认定的情形，或者勾选“经查没有”，二者择一' });
  const state = {
    on,
    party,
    ...(region === undefined ? {} : { region }),
    typed,
    grounds,
    noGrounds,
    faults,
  };
  if (faults.length > 0) return state;
  return {
    ...state,
    facts: {
      on,
      party,
      ...(region ? { region } : {}),
      factors: Object.fromEntries(factors),
      amounts: Object.fromEntries(amounts),
      ...(grounds.size > 0 ? { grounds: [...grounds].map((kind) => ({ kind, state: 'accepted' })) } : {}),
      ...(noGrounds ? { noGrounds: true } : {}),
    },
  };
}

type Read = { value: number | string | boolean } | { expected: string };

function readValue(field: CalculatorField, words: string): Read {
  if (field.type === 'yes-no') {
    return words === 'yes' || words === 'no' ? { value: words === 'yes' } : { expected: '应为是或者否' };
  }
  if (field.type === 'choice') {
    return field.choices?.includes(words)
      ? { value: words }
      : { expected: `应为下列之一：${field.choices?.join('、') ?? ''}` };
  }
  // Numbers as offices type them: 全角 digits, and commas between thousands.
  const plain = words.normalize('NFKC').replace(/,(?=\d{3}(?:\D|$))/g, '');
  if (field.type === 'amount') {
    return /^\d{1,12}(?:\.\d{1,2})?$/.test(plain)
      ? { value: Number(plain) }
      : { expected: '应为以元计的数额，至多两位小数，如 12,500.50' };
  }
  return /^\d{1,12}(?:\.\d{1,6})?$/.test(plain)
    ? { value: Number(plain) }
    : { expected: '应为不小于 0 的数字，如 3 或者 0.5' };
}
