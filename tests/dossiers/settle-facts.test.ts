import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { assembleCase } from '../../src/dossiers/assemble-case.ts';
import { factsIn } from '../../src/dossiers/read-facts.ts';
import { type PaperFact, settleFacts } from '../../src/dossiers/settle-facts.ts';
import { paperOf } from './paper-of.ts';

const fact = (kind: PaperKind, value: string, id: string, ocr = false): PaperFact => ({
  path: 'party.address',
  value,
  start: 0,
  end: 1,
  by: 'rule',
  paper: { ...paperOf(kind, value, id), ocr },
});

describe('从图片识别的事实', () => {
  it('与书面材料只差一两个字的，以书面材料为准', () => {
    const [settled] = settleFacts([
      fact('identity-proof', '示例市港前路l8号', 'p1', true),
      fact('decision', '示例市港前路18号', 'p2'),
    ]);
    expect(settled?.value).toBe('示例市港前路18号');
  });

  it('另有书面材料写得与图片一样的，不是认错', () => {
    const [settled] = settleFacts([
      fact('identity-proof', '示例市港前路18号', 'p1', true),
      fact('filing-approval', '示例市港前路18号', 'p2'),
      fact('decision', '示例市港前路8号', 'p3'),
    ]);
    expect(settled?.value).toBe('示例市港前路18号');
    expect(settled?.against.map(({ value }) => value)).toEqual(['示例市港前路8号']);
  });
});

describe('很多份材料', () => {
  it('各写一遍当事人的，很快定下，写的最多的为准', () => {
    const facts = Array.from({ length: 3000 }, (_, at) =>
      fact(
        'inspection-record',
        at % 3 === 0 ? '示例市港前路 8号' : '示例市港前路18号',
        `p${at + 1}`,
        at % 5 === 0,
      ),
    );
    const started = performance.now();
    const [settled] = settleFacts(facts);
    // 逐份两两比较的，要几分钟。
    expect(performance.now() - started).toBeLessThan(2000);
    expect(settled?.value).toBe('示例市港前路18号');
    expect(settled?.against).toHaveLength(1000);
  });
});

it('没有原话的值不是事实', () => {
  const paper = paperOf('decision', '行政处罚决定书\n当事人：示例商行\n罚款5000元。', 'p1', '行政处罚决定书');
  const at = paper.text.indexOf('示例商行');
  const { case: file, facts } = assembleCase(
    [paper],
    [
      { path: 'party.name', value: '示例商行', start: at, end: at + 4, paper, by: 'rule' },
      { path: 'decision.number', value: '示罚〔2025〕1号', start: 7, end: 7, paper, by: 'rule' },
    ],
  );
  expect(file.party.name).toBe('示例商行');
  expect(file.decision?.number).toBeUndefined();
  expect(facts.map(({ path }) => path)).toEqual(['party.name']);
});

it('认不出文字的材料什么也没有说，哪怕知道它是什么', () => {
  expect(factsIn([paperOf('inspection-record', '', 'p1', '现场检查笔录')])).toEqual([]);
});
