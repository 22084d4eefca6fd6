import { describe, expect, it } from 'vitest';
import { evidenceCollected } from '../../../src/dossiers/readers/evidence-collected.ts';
import { violation } from '../../../src/dossiers/readers/violation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const DECISION = paperOf(
  'decision',
  '行政处罚决定书\n证据：1.现场检查笔录；2.示例超市收银流水，证明销售数量；3.供货合同复印件；4.营业执照复印件。',
  'p9',
);
const taken = (text: string) =>
  factsOf(evidenceCollected, paperOf('documentary-evidence', `证据登记表\n${text}`, 'p1'), DECISION);

describe('证据登记表写明的取得日期', () => {
  it.each([
    [
      '名称：示例县某店示例超市收银流水（2024年1月至3月，共9页）\n来源：银行提供\n调取日期：2024年7月2日',
      '示例超市收银流水',
    ],
    ['证据名称\t供货合同复印件\n提取时间\t2024年7月2日', '供货合同复印件'],
  ])('是所列那份证据的：%s', (text, name) => {
    expect(taken(text)).toEqual({ [`evidence[${name}].obtainedOn`]: '2024-07-02' });
  });

  it.each([
    '名称：送货清单\n调取日期：2024年7月2日',
    '名称：营业执照复印件\n名称：供货合同复印件\n调取日期：2024年7月2日',
    '名称：供货合同复印件\n提供日期：2024年7月2日',
  ])('没有列明的、不止一份的、不是取得日期的，不认定：%s', (text) => {
    expect(taken(text)).toEqual({});
  });
});

describe('按期改正', () => {
  const corrected = (words: string) =>
    factsOf(violation, paperOf('decision', `行政处罚决定书\n经查明，当事人未按规定培训。${words}\n`))[
      'violation.correctedInTime'
    ];

  it.each(['在责令的期限内已改正。', '当事人已按期整改。', '当事人在责令改正的期限2024年3月20日前已改正。'])(
    '认定：%s',
    (words) => {
      expect(corrected(words)).toBe(true);
    },
  );

  it.each(['当事人未按期改正。', '责令当事人立即改正。', '当事人请求认定已按期改正。'])(
    '不认定：%s',
    (words) => {
      expect(corrected(words)).toBeUndefined();
    },
  );
});
