import { describe, expect, it } from 'vitest';
import { readPapers } from '../../src/dossiers/read-papers.ts';
import { fileOf } from './file-of.ts';

const INSPECTION = fileOf(
  '1.txt',
  `现场检查笔录
当事人：示例商行
检查时间：2024年3月1日9时10分至10时20分
检查地点：示例市示例路1号
检查人员：王示　执法证号：SL-001
　　　　　李示　执法证号：SL-002
执法人员出示了执法证件，告知当事人有申请回避的权利。
执法人员（签名）：王示、李示　2024年3月1日`,
);
const receipt = (servers: string) =>
  fileOf(
    '9.txt',
    `送达回证
受送达人：示例商行
送达文书：《行政处罚决定书》（示市监罚〔2024〕1号）
送达方式：直接送达
送达地点：示例市示例路1号
收件人：张示　2024年5月6日
送达人：${servers}`,
  );

describe('送达人', () => {
  it('只送达文书的，不是本案执法人员，送达中写姓名', () => {
    const { case: file } = readPapers([INSPECTION, receipt('卜示、李示')]);
    expect(file.officers?.map(({ name }) => name)).toEqual(['王示', '李示']);
    const two = file.officers?.find(({ name }) => name === '李示')?.id;
    expect(file.services?.[0]?.servers).toEqual(['卜示', two]);
  });

  it('也检查了现场的，是执法人员', () => {
    const { case: file } = readPapers([INSPECTION, receipt('王示、李示')]);
    expect(file.officers).toHaveLength(2);
    expect(file.services?.[0]?.servers).toEqual(file.officers?.map(({ id }) => id));
  });
});
