import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { exampleCase } from '../../src/corpus/examples.ts';
import { pastCases } from '../../src/corpus/past-cases.ts';
import { foldLikes } from '../../src/discretion/fold-likes.ts';
import { likeCases } from '../../src/discretion/like-cases.ts';

const restaurant = readCaseFile(exampleCase('food-no-health-certificate'));
const base = pastCases().find((one) => one.itemCode === 'MKT-002')!;

describe('foldLikes', () => {
  it('puts the same story told twice under the better of the two, and loses none', () => {
    const likes = likeCases(restaurant, [
      { ...base, id: 'one' },
      { ...base, id: 'two' },
      { ...base, id: 'other', facts: '当事人安排的厨师健康证明已过期三个月，整改通知送达后仍未办理。' },
    ]);
    const folded = foldLikes(likes);
    expect(folded.map(({ like, same }) => [like.id, ...same.map(({ id }) => id)])).toEqual(
      expect.arrayContaining([['one', 'two'], ['other']]),
    );
    expect(folded).toHaveLength(2);
  });

  it('keeps cases of different violations apart', () => {
    const likes = likeCases(restaurant, [
      { ...base, id: 'one' },
      { ...base, id: 'two', violation: '无照经营' },
    ]);
    expect(foldLikes(likes)).toHaveLength(2);
  });

  it('marks a case of the same party, unless the name is masked', () => {
    const named = { ...restaurant, party: { ...restaurant.party, name: '晨光小馆' } };
    const of = (name: string) =>
      likeCases(named, [{ ...base, party: { kind: restaurant.party.kind, name } }])[0]?.sameParty;
    expect(of('晨光小馆')).toBe(true);
    expect(of('晚霞小馆')).toBeUndefined();
    const masked = { ...restaurant, party: { ...restaurant.party, name: '某某小馆' } };
    const past = { ...base, party: { kind: masked.party.kind, name: '某某小馆' } };
    expect(likeCases(masked, [past])[0]?.sameParty).toBeUndefined();
  });
});
