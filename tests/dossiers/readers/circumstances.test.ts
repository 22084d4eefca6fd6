import { describe, expect, it } from 'vitest';
import { circumstances } from '../../../src/dossiers/readers/circumstances.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const read = (text: string) => factsOf(circumstances, paperOf('decision', text));

describe('从轻、减轻情节', () => {
  it.each<[string, Record<string, string>]>([
    [
      '当事人案发后召回产品，属于主动消除危害后果，予以减轻处罚。',
      {
        'circumstances.grounds[removed-harm].kind': 'removed-harm',
        'circumstances.grounds[removed-harm].state': 'accepted',
      },
    ],
    [
      '经复核，张贴告示未追回产品，不属于主动消除或者减轻危害后果，申辩理由不予采纳。',
      {
        'circumstances.grounds[removed-harm].kind': 'removed-harm',
        'circumstances.grounds[removed-harm].state': 'rejected',
      },
    ],
    [
      '当事人提出有立功表现，请求从轻处罚。',
      {
        'circumstances.grounds[meritorious].kind': 'meritorious',
        'circumstances.grounds[meritorious].state': 'claimed',
      },
    ],
    [
      '当事人提出受他人胁迫。经查，当事人不属于受他人胁迫实施违法行为。',
      {
        'circumstances.grounds[coerced].kind': 'coerced',
        'circumstances.grounds[coerced].state': 'rejected',
      },
    ],
    [
      '根据“当事人有下列情形之一，应当从轻或者减轻行政处罚：（一）主动消除或者减轻违法行为危害后果的”的规定。',
      {},
    ],
    ['当事人初次违法。', {}],
  ])('%s', (text, facts) => expect(read(text)).toEqual(facts));
});
