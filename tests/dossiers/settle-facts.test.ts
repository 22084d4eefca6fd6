import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
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
