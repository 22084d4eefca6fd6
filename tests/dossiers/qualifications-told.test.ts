import { describe, expect, it } from 'vitest';
import { expertOpinion } from '../../src/dossiers/readers/expert-opinion.ts';
import { qualificationsIn } from '../../src/dossiers/words/qualifications-in.ts';
import { factsOf, paperOf } from './paper-of.ts';

const bounds = (text: string) => qualificationsIn(text, []).map(({ bound, day }) => `${bound} ${day}`);

describe('检验机构资质的有效期', () => {
  it.each([
    [
      '检测机构：示例日用品质量检验站（盖章） 资质认定证书编号示例001，有效期2019年1月1日至2025年3月1日',
      ['From 2019-01-01', 'To 2025-03-01'],
    ],
    ['资质认定证书（示例002）自2019年1月1日起至2025年3月1日止有效', ['From 2019-01-01', 'To 2025-03-01']],
    ['本机构资质认定证书已于2025年3月1日到期', ['To 2025-03-01']],
    ['检验机构：示例产品检验所　样品有效期至2025年3月1日', []],
    ['检测机构：示例站　仪器检定证书于2025年3月1日到期', []],
    ['检验机构自2025年3月1日至2025年3月9日检验', []],
  ])('%s', (text, expected) => {
    expect(bounds(text)).toEqual(expected);
  });

  it('机构名称里的“产品”、名称后的印章和证书编号不影响读取', () => {
    const read = factsOf(
      expertOpinion,
      paperOf(
        'expert-opinion',
        '检验报告\n检验机构：示例电器产品检验中心（章）　检验检测机构资质认定证书编号示例003，有效期2019年1月1日至2025年3月1日\n2025年4月2日',
      ),
    );
    expect(read).toMatchObject({
      'evidence[检验报告].opinion.body': '示例电器产品检验中心',
      'evidence[检验报告].opinion.bodyQualifiedTo': '2025-03-01',
    });
  });
});
