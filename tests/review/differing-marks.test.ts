import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { differingMarks } from '../../src/review/steps/differing-marks.ts';
import { caseOfTexts } from './case-of-texts.ts';

type Told = [PaperKind, string];
const found = (decision: string, ...others: Told[]) =>
  differingMarks(caseOfTexts(decision, others)).map(({ what, said, due }) => [what, said, due]);

const MARK = '货车车牌号为示A6K281。';
const decision = `经查，当事人的${MARK}`;
const notice: Told = ['prior-notice', `经查，你单位的${MARK}`];
const report: Told = ['closing-report', `经查，当事人的${MARK}`];
const record = (text: string): Told => ['inspection-record', text];

describe('只有一份材料写得不同的车牌号、船名号', () => {
  it('检查笔录与告知书、报告、决定书都不同的，列出', () => {
    const other = record('重型货车示A6K821停在检查区。');
    expect(found(decision, notice, report, other)).toEqual([['车牌号', '示A6K821', '示A6K281']]);
  });

  it('省份简称是示例的、中间有点的，一样比较', () => {
    const [one, two] = ['重型货车江A·6K281', '重型货车江A6K821停在检查区'];
    expect(found(one, ['prior-notice', one], ['closing-report', one], record(two))).toHaveLength(1);
    expect(found(one, ['prior-notice', one.replace('·', '')], record(one))).toEqual([]);
  });

  it('渔船的船名号一样比较', () => {
    const ship = '在码头查获示例渔20138船';
    expect(
      found(ship, ['prior-notice', ship], ['closing-report', ship], record('登临示例渔20183船检查')),
    ).toEqual([['船名号', '示例渔20183', '示例渔20138']]);
  });

  it.each<[string, Told[]]>([
    ['笔录还写到案件的车', [notice, report, record('示A6K821和示A6K281两车停在检查区。')]],
    ['笔录写到两辆别的车', [notice, report, record('示A6K821、示A6K283两车停在检查区。')]],
    ['其他材料只有两份', [report, record('货车示A6K821停在检查区。')]],
    ['完全是另一辆车', [notice, report, record('货车示B9P035停在检查区。')]],
  ])('%s，不列出', (_name, others) => {
    expect(found(others.length < 3 ? '经查，当事人运输砂石。' : decision, ...others)).toEqual([]);
  });

  it('标准的编号不是车牌', () => {
    const norm = '货车装载按GB14881检查';
    expect(
      found(norm, ['prior-notice', norm], ['closing-report', norm], record('货车按GB14880检查')),
    ).toEqual([]);
  });
});
