import { expect, it } from 'vitest';
import { preservation } from '../../../src/dossiers/readers/preservation.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const RECORD = paperOf(
  'inspection-record',
  '现场检查笔录\n检查时间：2024年9月5日\n执法人员：敖示群、计示婷\n现场负责人：孟示芸',
  'p2',
);

it('reads who carried a seizure out and signed its list', () => {
  const facts = factsOf(
    preservation,
    paperOf(
      'seizure-decision',
      '扣押决定书\n本局决定对你店有关物品自2024年9月5日起扣押。\n示例市市场监督管理局\n2024年9月5日\n扣押物品清单\n稀奶油\t14盒\n当事人确认：孟示芸　　执法人员：敖示群　计示婷　　2024.9.5',
    ),
    RECORD,
  );
  expect(facts).toMatchObject({
    'acts[p1].kind': 'seizure',
    'acts[p1].date': '2024-09-05',
    'acts[p1].officers[敖示群]': '敖示群',
    'acts[p1].officers[计示婷]': '计示婷',
    'acts[p1].officersSigned[敖示群]': '敖示群',
    'acts[p1].officersSigned[计示婷]': '计示婷',
  });
  expect(Object.keys(facts).some((path) => path.includes('孟示芸'))).toBe(false);
});

it('says nothing of officers that a seizure does not name', () => {
  const facts = factsOf(
    preservation,
    paperOf(
      'seizure-decision',
      '查封决定书\n本局决定自2024年9月5日起查封。\n示例市市场监督管理局\n2024年9月5日\n签收：孟示芸',
    ),
    RECORD,
  );
  expect(Object.keys(facts)).toEqual(['acts[p1].id', 'acts[p1].kind', 'acts[p1].date']);
});
