import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../src/law/mask-personal-data.ts';

const masked = (text: string) => maskPersonalData(text).text;

describe('案例中的个人信息', () => {
  it('姓名在标签后认出，并在全文隐去，一姓数人的以甲乙区分', () => {
    expect(masked('当事人：张示，男。张示在场，证人张例称未见张示。')).toBe(
      '当事人：张某甲，男。张某甲在场，证人张某乙称未见张某甲。',
    );
    expect(masked('被处罚人欧阳示例驾驶')).toBe('被处罚人欧阳某驾驶');
    expect(masked('送达人 | 李示例　王样本\n')).toBe('送达人 | 李某　王某\n');
    expect(masked('当事人：买买提·示例，男')).toBe('当事人：买某，男');
    expect(masked('未支付骆示例等12名劳动者工资')).toBe('未支付骆某等12名劳动者工资');
  });

  it('号码、住址、车牌隐去，年份和区县留下，全角的也认', () => {
    expect(masked('身份证号码110105198203052338')).toBe('身份证号码***');
    expect(masked('身份证号码１１０１０５１９８２０３０５２３３８')).toBe('身份证号码***');
    expect(masked('联系电话：0000-12345678，住址：示例省示例市示例区示例路1号2室。')).toBe(
      '联系电话：***，住址：示例省示例市示例区***。',
    );
    expect(masked('1982年3月5日出生')).toBe('1982年出生');
    expect(masked('驾驶粤A12345小型客车')).toBe('驾驶粤A***小型客车');
  });

  it('单位名称、法条、金额和日期不动', () => {
    const text =
      '当事人：示例市样本餐饮有限公司\n经查，当事人的经营额为2051.94元，违反《食品安全法》第三十五条第一款。2024年3月5日，' +
      '本机关责令改正，罚款50000元。负责人未到场。';
    expect(maskPersonalData(text)).toEqual({ text, places: 0 });
  });

  it('已经隐去的照旧；再隐去一次不再改变', () => {
    expect(masked('被告人张某某，男，汉族')).toBe('被告人张某某，男，汉族');
    const labels = [
      '当事人：',
      '法定代表人',
      '证人',
      '执法人员 ',
      '，',
      '住址：',
      '联系电话',
      '\n',
      '，男，',
    ];
    const words = [
      '张示',
      '李示例',
      '欧阳样',
      '示例市样本有限公司',
      '13900000000',
      '示例市示例区一路3号',
      '粤A12345',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...labels, ...words), { maxLength: 30 }), (parts) => {
        const once = maskPersonalData(parts.join(''));
        expect(maskPersonalData(once.text)).toEqual({ text: once.text, places: 0 });
      }),
    );
  });

  it('任何文字都不致出错', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof maskPersonalData(text).text).toBe('string');
      }),
    );
  });
});
