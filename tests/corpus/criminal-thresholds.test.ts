import { describe, expect, it } from 'vitest';
import {
  type CriminalThreshold,
  readCriminalThresholds,
  type ThresholdLine,
  type ThresholdPart,
} from '../../src/corpus/criminal-threshold.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { BASES } from '../../src/law/fine-range.ts';
import { numbersInText } from '../../src/law/numbers-in-text.ts';
import { hasOfficialData, officialArticles } from './official-data.ts';

const offences = readCriminalThresholds();
const every = offences.flatMap((offence) => offence.lines.map((line) => ({ offence, line })));

describe('刑事立案追诉标准', () => {
  it('一百三十七项，编号各不相同', () => {
    expect(offences).toHaveLength(137);
    expect(new Set(offences.map(({ id }) => id)).size).toBe(offences.length);
  });

  it('每一项都有办法和案件对应：事项、词句、领域或者案卷写明的情形', () => {
    const lost = offences.filter(
      ({ itemCodes, words, general, lines }) =>
        itemCodes.length === 0 && words.length === 0 && !general && lines.some(({ tier }) => !tier),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('所列事项都在示例清单里；清单写明没有罪名的事项没有罪名指向它', () => {
    const items = loadProfiles()
      .get('demo')!
      .agencies.flatMap((agency) => agency.items);
    const codes = items.map(({ code }) => code);
    const used = new Set(offences.flatMap(({ itemCodes }) => itemCodes));
    expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
    const without = items.filter(({ noOffence }) => noOffence);
    expect(without.length).toBeGreaterThan(10);
    expect(without.filter(({ code }) => used.has(code))).toEqual([]);
  });

  it('日期前后相接：条件的期间不早于、不晚于本罪的期间', () => {
    const faults = every.filter(
      ({ offence, line }) =>
        (line.from && line.from < offence.from) ||
        (line.to && line.to < (line.from ?? offence.from)) ||
        (offence.to && offence.to < offence.from),
    );
    expect(faults.map(({ offence, line }) => `${offence.id} ${line.text}`)).toEqual([]);
  });

  it('有文本依据的条件都写有应有的字样，没有的都标明是实践', () => {
    const bare = every.filter(({ line }) => !line.certainty && !line.states);
    expect(bare.map(({ offence, line }) => `${offence.id} ${line.text}`)).toEqual([]);
  });

  it('同一罪名在同一天没有两个相同事实、不同数字的条件', () => {
    expect(offences.flatMap(contradictions)).toEqual([]);
  });

  it('金额和倍数、百分比分开：以元计的才与金额比较，倍数写明是什么的几倍', () => {
    const parts = every.flatMap(({ offence, line }) => line.all.map((part) => ({ id: offence.id, part })));
    const wrong = parts.filter(({ part }) => {
      if (part.op === 'is') return false;
      const money = part.factor !== undefined && (part.factor in BASES || part.factor === 'sales-amount');
      return money ? part.unit !== '元' && !part.of : part.of !== undefined && part.unit !== '倍';
    });
    expect(wrong).toEqual([]);
  });

  it('地方定额各有名称，同名的幅度相同，上限高于下限', () => {
    const locals = every.flatMap(({ line }) =>
      line.all.flatMap((part) => (part.op === '>=' && part.local ? [part] : [])),
    );
    const keys = new Set(locals.map(({ local }) => local!.key));
    expect(new Set(locals.map(({ local, value }) => `${local!.key} ${value} ${local!.max}`)).size).toBe(
      keys.size,
    );
    expect(locals.filter(({ value, local }) => local!.max <= value)).toEqual([]);
  });

  it('同一事实在各罪名里名称和单位一致', () => {
    const units = new Map<string, Set<string>>();
    for (const { line } of every) {
      for (const part of line.all) {
        if (part.op === 'is' || !part.factor) continue;
        units.set(part.factor, (units.get(part.factor) ?? new Set()).add(part.of?.unit ?? part.unit));
      }
    }
    expect([...units].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});

/** Lines in the same facts, at the same time, for the same subject, of the same certainty, with other numbers. */
function contradictions(offence: CriminalThreshold): string[] {
  const faults: string[] = [];
  for (const [index, one] of offence.lines.entries()) {
    for (const other of offence.lines.slice(index + 1)) {
      if (one.certainty !== other.certainty || one.tier !== other.tier || !meet(one, other)) continue;
      if (one.subject && other.subject && one.subject !== other.subject) continue;
      const same = keyOf(one) === keyOf(other);
      if (same && (covers(one, other) || covers(other, one)))
        faults.push(`${offence.id}：${one.text} / ${other.text}`);
    }
  }
  return faults;
}

/** Whether no figure of `one` is above that of `other`: two injured of a kind and three of another is not one and six. */
function covers(one: ThresholdLine, other: ThresholdLine): boolean {
  return one.all.every((part) => {
    const beside = other.all.find((each) => nameOf(each) === nameOf(part));
    return part.op === 'is' || beside?.op !== '>=' || part.value <= beside.value;
  });
}

function keyOf({ all }: ThresholdLine): string {
  return all.map(nameOf).sort().join('+');
}

function nameOf(part: ThresholdPart): string {
  return part.op === '>=' && part.sum ? part.sum.map(({ factor }) => factor).join('&') : (part.factor ?? '');
}

function meet(one: ThresholdLine, other: ThresholdLine): boolean {
  const before = (a: ThresholdLine, b: ThresholdLine) => !a.from || !b.to || a.from <= b.to;
  return before(one, other) && before(other, one);
}

describe.skipIf(!hasOfficialData)('追诉标准与正式文本', () => {
  const cited = offences.flatMap((offence) => [
    ...offence.lines.map((line) => ({ offence, line, states: line.certainty ? undefined : line.states })),
    ...offence.shares.map((line) => ({ offence, line, states: line.states })),
    ...(offence.conduct ? [{ offence, line: offence.conduct, states: offence.conduct.states }] : []),
  ]);
  const texts = hasOfficialData
    ? officialArticles(new Set(cited.flatMap(({ offence, line }) => line.law ?? offence.source.law)))
    : new Map<string, Map<string, string>>();
  const articlesOf = (law: string, article: string) =>
    [...texts].flatMap(([key, articles]) => (key.startsWith(`${law}@`) ? (articles.get(article) ?? []) : []));

  it('应有的字样在所引条文里', () => {
    let compared = 0;
    const faults = cited.flatMap(({ offence, line, states }) => {
      const law = line.law ?? offence.source.law;
      const article = line.article ?? (line.law ? undefined : offence.source.article);
      if (!article || !states) return [];
      const found = articlesOf(law, article).map(plain);
      compared += 1;
      return states
        .filter((words) => !found.some((text) => text.includes(plain(words))))
        .map((words) => `${offence.id} ${law}${article}：${words}（${found.length}）`);
    });
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(250);
  });

  it('有文本依据的数字在字样里', () => {
    const faults = every.flatMap(({ offence, line }) => {
      const [part] = line.all;
      // 受过行政处罚 without a number is once.
      if (line.certainty || part?.op !== '>=' || part.sum || (part.unit === '次' && part.value === 1))
        return [];
      const said = numbersInText(
        line.states!.join('；').replaceAll(/立方米|公里|[支瓦组台枚株亩张]/g, '个'),
      ).map(({ value }) => value);
      return said.includes(String(part.value))
        ? []
        : [`${offence.id}：${line.text}（${line.states!.join('；')}）`];
    });
    expect(faults).toEqual([]);
  });
});

function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}
