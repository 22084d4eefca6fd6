import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineRangeIn } from '../../src/law/fine-range-in.ts';
import { sanctionsInText } from '../../src/law/sanctions-in-text.ts';

/** Examples of our own, in the words that statutes use. */
describe('sanctionsInText', () => {
  it('条文只写明一种单位的，就是对单位；写明几种的不猜', () => {
    const one = sanctionsInText('对技术单位处所收费用三倍以上五倍以下的罚款。')!;
    expect(one.fines).toEqual([{ party: 'unit', range: { base: 'fees', min: 3, max: 5 } }]);
    const two = sanctionsInText(
      '对建设单位处五万元以上十万元以下的罚款，对施工单位处一万元以上三万元以下的罚款。',
    );
    expect(two?.fines ?? []).toEqual([]);
  });

  it('reads what must and what may be imposed', () => {
    const read = sanctionsInText(
      '违反本办法的，由主管部门责令改正，给予警告，没收违法所得，可以并处二万元以上二十万元以下的罚款。',
    );
    expect(read).toMatchObject({
      types: ['warning', 'confiscate-gains', 'fine'],
      mandatory: ['warning', 'confiscate-gains'],
      fines: [{ range: { min: 20_000, max: 200_000 } }],
      correctionOrder: true,
      reading: { open: [], most: 200_000, least: 20_000 },
    });
  });

  it('reads thousandths of a contract and multiples of the worth of timber, and bounds neither in yuan', () => {
    const permille = sanctionsInText('责令改正，可以处项目合同金额千分之五以上千分之十以下的罚款。');
    expect(permille?.fines).toEqual([{ range: { base: 'contract', min: 0.005, max: 0.01 } }]);
    expect(permille?.reading.most).toBeUndefined();
    const timber = sanctionsInText('可以处滥伐林木价值三倍以上五倍以下的罚款。');
    expect(timber?.fines).toEqual([{ range: { base: 'goods', min: 3, max: 5 } }]);
  });

  it('reads 等值 as one time the base, at either end', () => {
    expect(fineRangeIn('货值金额等值以上三倍以下')).toEqual({ base: 'goods', min: 1, max: 3 });
    expect(fineRangeIn('货值金额等值以下')).toEqual({ base: 'goods', max: 1 });
    expect(fineRangeIn('违法所得等值以上')).toEqual({ base: 'gains', min: 1 });
  });

  it.each([
    ['责令停止经营，并处罚款：', '超过二万元'],
    ['责令停止违法行为，并处以罚款；构成犯罪的，依法追究刑事责任：', '超过二万元'],
    ['责令停业，处罚款：', '二万元以上'],
    ['责令限期改正，并处罚款：', '多于二万元'],
  ])('reads the fine of an item whose head only announces one: %s', (head, over) => {
    const read = sanctionsInText(
      `违反本条例，有下列情形之一的，由主管部门${head}\n（一）擅自经营，违法所得${over}的，没收违法所得，处违法所得一倍以上五倍以下的罚款；没有违法所得或者违法所得不足二万元的，处三千元以上一万元以下的罚款；\n（二）转让许可证的。`,
      { paragraph: 1, item: 1 },
    );
    const op = over.endsWith('以上') ? '>=' : '>';
    expect(read?.fines).toEqual([
      { when: { factor: 'gains', op, value: 20_000 }, range: { base: 'gains', min: 1, max: 5 } },
      { when: { factor: 'gains', op: '<', value: 20_000 }, range: { min: 3000, max: 10_000 } },
    ]);
    expect(read?.reading.open).not.toContain('fines');
    expect(read?.mandatory).toContain('fine');
    // Smaller gains stay with the party.
    expect(read?.mandatory).not.toContain('confiscate-gains');
    expect(read?.conditional).toContainEqual({
      type: 'confiscate-gains',
      when: { factor: 'gains', op, value: 20_000 },
      must: true,
    });
  });

  it.each([
    ['情节严重的，吊销许可证。', [{ type: 'revoke', must: true }]],
    ['情节严重的，可以吊销许可证。', [{ type: 'revoke' }]],
    ['情节严重的，责令停产停业，直至吊销许可证。', [{ type: 'suspend' }, { type: 'revoke' }]],
    ['情节严重的，责令停产停业或者吊销许可证。', [{ type: 'suspend' }, { type: 'revoke' }]],
  ])('tells what is due in a condition from what may be: %s', (words, conditional) => {
    const read = sanctionsInText(`违反本办法的，处一万元以上三万元以下罚款；${words}`);
    expect(read?.conditional).toEqual(
      conditional.map(({ type, ...must }) => ({ type, when: 'serious', ...must })),
    );
  });

  it('leaves a fine open that no item measures', () => {
    const read = sanctionsInText(
      '违反本条例，有下列情形之一的，责令改正，并处罚款：\n（一）转让许可证的，吊销许可证；',
      {
        paragraph: 1,
        item: 1,
      },
    );
    expect(read?.reading.open).toContain('fines');
  });

  it('keeps both branches of an amount with their conditions', () => {
    const read = sanctionsInText(
      '违反本办法的，没收违法所得和产品；货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十五倍以上三十倍以下罚款；情节严重的，吊销许可证。',
    );
    expect(read).toMatchObject({
      mandatory: ['confiscate-gains', 'confiscate-goods', 'fine'],
      conditional: [{ type: 'revoke', when: 'serious', must: true }],
      fines: [
        { when: { factor: 'goods', op: '<', value: 10_000 }, range: { min: 50_000, max: 100_000 } },
        { when: { factor: 'goods', op: '>=', value: 10_000 }, range: { base: 'goods', min: 15, max: 30 } },
      ],
      reading: { open: [] },
    });
    expect(read?.reading).not.toHaveProperty('most');
  });

  it('tells the span without illegal gains from the multiple of them', () => {
    const read = sanctionsInText(
      '违反本办法的，没收违法所得，并处违法所得一倍以上五倍以下的罚款；没有违法所得或者违法所得不足五万元的，处五万元以上十万元以下的罚款。',
    );
    expect(read?.fines).toEqual([
      {
        when: { all: [{ not: { factor: 'gains', op: '<', value: 50_000 } }] },
        range: { base: 'gains', min: 1, max: 5 },
      },
      { when: { factor: 'gains', op: '<', value: 50_000 }, range: { min: 50_000, max: 100_000 } },
    ]);
    expect(read?.mandatory).toEqual(['confiscate-gains', 'fine']);
  });

  it('tells the persons responsible and units from individuals', () => {
    const read = sanctionsInText(
      '违反本办法的，对单位处一万元以上五万元以下的罚款，对个人处一百元以上五百元以下的罚款；对直接负责的主管人员处一千元以下的罚款。',
    );
    expect(read?.fines).toEqual([
      { party: 'unit', range: { min: 10_000, max: 50_000 } },
      { party: 'person', range: { min: 100, max: 500 } },
      { subject: 'responsible-person', range: { max: 1000 } },
    ]);
    expect(read?.mandatory).toEqual(['fine']);
  });

  it.each([
    ['违反本办法的，按每人一百元以上五百元以下的标准处以罚款。', 'fines'],
    ['违反本办法的，处采购金额千分之五以上千分之十以下的罚款。', 'fines'],
    ['违反本办法的，可以并处罚款。', 'fines'],
    ['违反本办法的，依照有关法律、行政法规的规定处罚。', 'types'],
    ['违反本办法的，给予警告；拒不改正的，处一万元以下的罚款。', 'mandatory'],
    ['违反本办法的，处一万元以下的罚款，取消其资格。', 'types'],
    ['有前款行为的，处一万元以下的罚款。\n第一款的处一万元以下的罚款。', 'fines'],
    ['违反本办法的，处十万元以上三万元以下的罚款。', 'fines'],
  ] as const)('leaves open what it does not understand: %s', (text, part) => {
    expect(sanctionsInText(text)?.reading.open).toContain(part);
  });

  it('reads the cited paragraph, and the item where it has a penalty of its own', () => {
    const article =
      '甲的，处一千元以下的罚款。\n乙的，按照下列规定处罚：\n（一）丙的，处二千元以上三千元以下的罚款；\n（二）丁的，处四千元以上五千元以下的罚款。';
    expect(sanctionsInText(article, { paragraph: 1 })?.fines).toEqual([{ range: { max: 1000 } }]);
    expect(sanctionsInText(article, { paragraph: 2, item: 2 })?.fines).toEqual([
      { range: { min: 4000, max: 5000 } },
    ]);
    expect(sanctionsInText(article, { paragraph: 2 })?.reading.open).toContain('fines');
    expect(sanctionsInText(article, { paragraph: 3 })).toBeUndefined();
  });

  it('counts on neither of two sums, and keeps a number out that the norm keeps out', () => {
    const either = sanctionsInText('没收违法所得，并处林木价值或者违法所得一倍以上五倍以下罚款。');
    expect(either?.fines).toEqual([]);
    expect(either?.reading.open).toContain('fines');
    const beside = sanctionsInText('处没收违法所得和违法所得等值以下的罚款。');
    expect(beside?.fines).toEqual([{ range: { base: 'gains', max: 1 } }]);
    expect(sanctionsInText('处二百元（不含）以上五百元以下的罚款。')?.fines).toEqual([
      { range: { min: 200, max: 500, minInclusive: false } },
    ]);
  });

  it.each([
    ['处不超过五万元的罚款。', 50_000, undefined],
    ['处二至五万元罚款。', 50_000, 20_000],
    ['处一万五千元以上三万元以下的罚款。', 30_000, 15_000],
    ['处五百元以上、三千元以下的罚款。', 3000, 500],
    ['处五万元以下的罚款，超过一万元的罚款，报上级批准。', undefined, undefined],
  ])('bounds the fines of %s', (text, most, least) => {
    const reading = sanctionsInText(text)?.reading;
    expect([reading?.most, reading?.least]).toEqual([most, least]);
  });

  it('finds nothing in an article without a penalty', () => {
    expect(sanctionsInText('从事经营活动应当依法登记。')).toBeUndefined();
  });
});

describe('a span of fines', () => {
  const sum = fc.oneof(
    fc.integer({ min: 1, max: 9999 }).map((n) => `${n}元`),
    fc.integer({ min: 1, max: 999 }).map((n) => `${n}万元`),
    fc.constantFrom('二百元', '五千元', '三万元', '二十万元', '一百五十万元', '二'),
  );
  it('never ends below its beginning', () => {
    fc.assert(
      fc.property(sum, sum, fc.constantFrom('', '违法所得'), (low, high, base) => {
        const words = base
          ? `${base}${Number.parseInt(low, 10) || 2}倍以上${Number.parseInt(high, 10) || 3}倍以下的`
          : `${low}以上${high}以下的`;
        const range = fineRangeIn(words);
        if (range && range !== 'none' && range.min !== undefined && range.max !== undefined) {
          expect(Number(range.min)).toBeLessThanOrEqual(Number(range.max));
        }
      }),
    );
  });
});

const LAWS = join(import.meta.dirname, '../../../shared/data/laws/admin_regulations_lawrefbook.jsonl');

describe.skipIf(!existsSync(LAWS))(
  'the penal paragraphs of administrative regulations (official texts)',
  () => {
    it('are read in full for four in ten, and no span ends below its beginning', () => {
      let read = 0;
      let full = 0;
      for (const line of readFileSync(LAWS, 'utf8').split('\n').filter(Boolean)) {
        const { text } = JSON.parse(line) as { text: string };
        for (let paragraph = 1; paragraph <= 3; paragraph += 1) {
          const found = sanctionsInText(text, { paragraph });
          if (!found?.types.includes('fine')) continue;
          read += 1;
          if (found.reading.open.length === 0) full += 1;
          for (const { range } of found.fines) {
            if (range.min === undefined || range.max === undefined) continue;
            expect(Number(range.min)).toBeLessThanOrEqual(Number(range.max));
          }
        }
      }
      expect(read).toBeGreaterThan(1000);
      expect(full / read).toBeGreaterThan(0.4);
    });
  },
);
