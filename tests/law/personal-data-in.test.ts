import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../src/law/personal-data-in.ts';

const kinds = (text: string, known = {}) => personalDataIn(text, known).map(({ kind }) => kind);

describe('personal data left in a public text', () => {
  it.each([
    ['一个校验位正确的身份号码', '当事人周某，990000198206130034。', 'id-number'],
    ['分段写的身份号码', '公民号码 990000 19820613 0034。', 'id-number'],
    ['全角的身份号码', '９９００００１９８２０６１３００３４', 'id-number'],
    ['标明是身份证而校验位有误的号码', '身份证号码：990000198206130035，', 'id-number'],
    ['十五位的旧身份证号', '身份证：990000820613003。', 'id-number'],
    ['手机号码', '联系电话13900001234。', 'mobile'],
    ['分段写的手机号码', '电话 139 0000 1234', 'mobile'],
    ['当事人的银行账号', '款项转入其账号：9999 8888 7777 66', 'account'],
    ['银行卡号', '转入6200000000000005。', 'account'],
    ['写在前面的出生日期', '周某，男，1982年6月13日出生，', 'birth-date'],
    ['写在后面的出生日期', '出生日期：1982-06-13', 'birth-date'],
    ['汉字写的出生日期', '一九八二年六月十三日出生', 'birth-date'],
    ['写到门牌的住址', '周某，男，住示例省示例市示例区示例路1号101室，', 'home-address'],
    ['户籍地', '户籍所在地：示例省示例县示例村3组', 'home-address'],
    ['个人电子邮箱', '邮箱 someone@example.com', 'email'],
  ])('finds %s', (_name, text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  it.each([
    ['遮掩的身份号码', '身份证号码：110***********1234'],
    ['部分遮掩的身份号码', '身份号码9900001982****0034'],
    ['校验位不对、又没有标明的十八位数字', '批号990000198206130035'],
    ['统一社会信用代码', '统一社会信用代码91990101MA0000001Y'],
    ['遮掩的姓名和手机', '张某某，电话139****1234'],
    ['缴款账号', '将罚款缴至示例银行，账号：99998888777766。'],
    ['政务邮箱和座机', '监督电话0999-12345678，邮箱 office@example.gov.cn'],
    ['只写年份的出生', '周某，1982年生'],
    ['决定的日期', '2025年5月13日作出决定，2025年5月14日送达。'],
    ['生产日期', '生产日期为2025年1月2日，2025年1月2日生产'],
    ['企业住所', '住所：示例省示例市示例区示例路1号'],
    ['遮掩的住址', '住示例省示例市示例区**路**号'],
    ['金额和文号', '示市监罚〔2025〕13900001号，罚款13,800,000,000元'],
    ['商品条码', '条码 13900001234，产品编号13900001235'],
  ])('lets %s pass', (_name, text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('finds what the file knows of the persons, and nothing of others', () => {
    const known = {
      idNumbers: ['990000198206130034'],
      phones: ['0999-7654321'],
      addresses: ['示例村示例小区'],
      birthDates: ['1982-06-13'],
      minors: ['示例小明'],
    };
    expect(kinds('联系 0999-7654321', known)).toEqual(['phone']);
    expect(kinds('示例村 示例小区', known)).toEqual(['home-address']);
    expect(kinds('1982年06月13日', known)).toEqual(['birth-date']);
    expect(kinds('当事人示例小明', known)).toEqual(['minor-name']);
    expect(kinds('当事人示例某某，示例村某小区', known)).toEqual([]);
  });

  it('names each datum once', () => {
    expect(kinds('990000198206130034，身份证号码990000198206130034')).toEqual(['id-number']);
  });
});
