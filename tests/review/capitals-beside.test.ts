import { describe, expect, it } from 'vitest';
import { capitalsBeside } from '../../src/review/words/capitals-beside.ts';

describe('并列的小写和大写', () => {
  it.each([
    ['处罚款8600元（捌仟陆佰元整）。', 860_000, 860_000],
    ['处罚款8600元（大写：捌仟陆拾元整）。', 860_000, 806_000],
    ['罚款人民币36000元（叁万陆佰元整）。', 3_600_000, 3_060_000],
    ['罚款36000元（人民币叁万陆仟）。', 3_600_000, 3_600_000],
    ['罚款3.6万元（叁万陆仟元整）。', 3_600_000, 3_600_000],
    ['罚款36,000.00元，大写叁万陆千元整。', 3_600_000, 3_600_000],
    ['没收人民币贰佰零伍元伍角（205.50元）。', 20_550, 20_550],
    ['没收人民币贰佰伍拾元整（￥205.00）。', 20_500, 25_000],
  ])('%s', (text, figures, capitals) => {
    const [found] = capitalsBeside(text);
    expect(found && [found.figures, found.capitals]).toEqual([figures, capitals]);
  });

  it.each(['罚款5000元（已缴纳）。', '可以处二万元以下的罚款。', '第贰联（共叁联），500元。'])(
    '没有并列的，不读：%s',
    (text) => expect(capitalsBeside(text)).toEqual([]),
  );
});
