import { expect, it } from 'vitest';
import { plainView } from '../../src/dossiers/words/plain-view.ts';
import { signatureIn } from '../../src/dossiers/words/signature-in.ts';

it.each([
  ['示例区消防救援大队\n2025年4月15日', '示例区消防救援大队', undefined],
  ['示例区消防救援大队（印章）\n2025年4月15日', '示例区消防救援大队', '示例区消防救援大队'],
  ['（示例区消防救援大队印）\n2025年4月15日', '示例区消防救援大队', '示例区消防救援大队'],
  ['示例区消防救援局\n（示例区消防救援大队印）\n2025年4月15日', '示例区消防救援局', '示例区消防救援大队'],
])('落款 %j', (end, organ, seal) => {
  const found = signatureIn(plainView(`决定如下：罚款。\n${end}`));
  expect(found.day?.day).toBe('2025-04-15');
  expect(found.organ?.name).toBe(organ);
  expect(found.seal && 'name' in found.seal ? found.seal.name : undefined).toBe(seal);
});
