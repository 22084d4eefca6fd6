import { describe, expect, it } from 'vitest';
import { proofOfService } from '../../../src/dossiers/readers/proof-of-service.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const receipt = (row: string) =>
  paperOf(
    'proof-of-service',
    `送达回证\n受送达人\t示例商行\n送达文书\t行政处罚决定书 示市监罚〔2024〕1号\n送达方式\t直接送达\n送达地点\t示例市示例路1号\n${row}\n送达人\t王示 李示`,
    'p7',
  );

describe('签名和日期写在一栏的', () => {
  it.each([
    '收件人签名（盖章）及日期\t张示　2024年8月2日',
    '签收人及日期\t张示　2024年8月2日',
    '签收人、时间：张示 2024年8月2日',
    '收件人和签收日期\n张示　2024年8月2日',
  ])('%s', (row) => {
    expect(factsOf(proofOfService, receipt(row))).toMatchObject({
      'services[p7].servedOn': '2024-08-02',
      'services[p7].signer': '张示',
    });
  });
});
