import { describe, expect, it } from 'vitest';
import { choiceNote } from '../../../src/cases/last-choice.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { bundledViolations } from '../../../src/corpus/violations/read-violations.ts';
import { benchmarkItemsOf } from '../../../src/discretion/benchmark-items-of.ts';
import { choiceOf } from '../../../src/http/pages/catalogue/choice-of.ts';
import { sameProvision } from '../../../src/law/citation.ts';

const book = loadReferenceBook();
const catalogue = bundledViolations();
const naming = catalogue.items.filter(({ benchmarkItem }) => benchmarkItem !== undefined);

/** Bundled items for which the catalogue has no violation: these are found by their own table only. */
const NOT_IN_CATALOGUE = new Map([
  ['agri-false-test-report', '目录没有农药登记试验单位的事项'],
  ['agri-fertiliser', '目录没有肥料登记的事项'],
  ['audit-refused-data-2010', '历史基准，目录只收现行审计法'],
  ['env-water-accident', '目录没有水污染事故的事项'],
  ['env-water-accident-person', '目录没有水污染事故的事项'],
  ['urban-street-order', '所据条例为示例'],
]);

describe('违法行为目录和裁量基准', () => {
  it('随附的裁量基准事项都有目录事项写明（目录没有的除外），罚则相同，施行期有重叠', () => {
    for (const { items } of book.benchmarks())
      for (const { id } of items)
        expect(
          naming.some(({ benchmarkItem }) => benchmarkItem === id),
          id,
        ).toBe(!NOT_IN_CATALOGUE.has(id));
    for (const item of naming) {
      const named = book.benchmarkItem(item.benchmarkItem ?? '');
      expect(named, `${item.id} 写的 ${item.benchmarkItem}`).toBeDefined();
      const provision = named && book.sanction(named.item.sanction)?.provision;
      expect(provision && item.punishing.some((place) => sameProvision(place, provision)), item.id).toBe(
        true,
      );
      const { from, to } = named?.benchmark.inForce ?? { from: '' };
      const [first, last] = item.inForce;
      expect((to === undefined || first <= to) && (last === undefined || from <= last), item.id).toBe(true);
    }
  });

  it('写明了基准事项的，同一依据的别的基准事项仍列在它后面', () => {
    const violation = naming.find(({ id }) => id === 'food-business-expired');
    if (!violation) throw new Error('没有这个事项');
    const bundled = book.benchmarkItem('market-expired-food');
    if (!bundled) throw new Error('没有这个基准事项');
    const own = {
      ...bundled.benchmark,
      id: 'own',
      region: '别的省',
      items: [{ ...bundled.item, id: 'own-expired', violation: '销售过期食品' }],
    };
    const both = { ...book, benchmarks: () => [own, ...book.benchmarks()] };
    const ids = (region?: string) =>
      benchmarkItemsOf(violation, both, { on: '2024-03-05', region }).map(({ item }) => item.id);
    expect(ids()).toEqual(['market-expired-food', 'own-expired']);
    expect(ids('别的省某市')).toEqual(['own-expired']);
  });

  it('选定写明了基准事项的违法事项，基准事项一并填入；在别的地区不填', () => {
    for (const violation of naming) {
      const named = book.benchmarkItem(violation.benchmarkItem ?? '');
      const from = named?.benchmark.inForce.from ?? '';
      const on = [from, violation.inForce[0]].sort().at(-1) ?? from;
      const region = named?.benchmark.region;
      expect(choiceOf(violation, { catalogue, book, on, region }).benchmarkItem, violation.id).toBe(
        violation.benchmarkItem,
      );
      expect(
        choiceOf(violation, { catalogue, book, on, region: '别的省' }).benchmarkItem,
        violation.id,
      ).toBeUndefined();
    }
  });

  it('选定清单里的事项：案件里是案由，清单的写法只在备注里，基准事项照样填入', () => {
    const bundled = naming.find(({ id }) => id === 'food-business-expired');
    if (!bundled) throw new Error('没有这个事项');
    const { benchmark } = book.benchmarkItem(bundled.benchmarkItem ?? '') ?? {};
    const name = `对${bundled.name}的行政处罚`;
    const violation = { ...bundled, name, own: { agency: '示例市市场监督管理局', row: 7 } };
    const choice = choiceOf(violation, { catalogue, book, on: '2024-03-05', region: benchmark?.region });
    expect(choice).toMatchObject({ name: bundled.name, benchmarkItem: bundled.benchmarkItem });
    expect(choiceNote(choice)).toBe(`选定事项：${bundled.name}（本机关清单第 7 行“${name}”）`);
  });
});
