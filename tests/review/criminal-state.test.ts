import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import { criminalState } from '../../src/review/crime/criminal-state.ts';
import { offenceQuestions } from '../../src/review/crime/offence-questions.ts';
import { type Context, isAnswer } from '../../src/review/rules/rule.ts';
import { BASE_CASE } from './base-case.ts';

const book = loadReferenceBook();
const profile = loadProfiles().get('demo')!;
const items = profile.agencies.flatMap(({ items: list, fields }) =>
  list.map((item) => ({ item, field: fields[0]! })),
);

/** A file that knows the act and nothing more. */
function bare({ item, field }: (typeof items)[number]): CaseFile {
  const { circumstances: _c, referral: _r, earlierDecisions: _e, ...base } = BASE_CASE;
  return {
    ...base,
    field,
    cause: item.name,
    violation: { name: item.name, itemCode: item.code, endedOn: '2026-05-01' },
  };
}

function stateOf(file: CaseFile) {
  const context: Context = { file, profile, book, today: '2026-11-21', answerOf: () => undefined };
  const state = criminalState(context);
  if (isAnswer(state)) return { state: state.answer, missing: state.missing ?? [] };
  return state;
}

describe('追诉标准的比对不滥问', () => {
  it('示例清单的每个事项最多问十个事实；写明没有罪名的一个也不问', () => {
    for (const entry of items) {
      const { state, missing } = stateOf(bare(entry));
      if (entry.item.noOffence) expect(state, entry.item.name).toBe('none');
      else {
        expect(missing.length, entry.item.name).toBeGreaterThan(0);
        expect(missing.length, entry.item.name).toBeLessThanOrEqual(10);
      }
    }
  });

  it('金额小、没有危害后果、初次违法的，过半数事项不再问', () => {
    const settled = items.filter((entry) => {
      const file = bare(entry);
      const { state } = stateOf({
        ...file,
        violation: {
          ...file.violation,
          harm: { occurred: false },
          firstViolation: true,
          amounts: { turnover: { yuan: 300 }, goods: { yuan: 300 }, gains: { yuan: 100 } },
        },
      });
      return state === 'below' || state === 'none';
    });
    expect(settled.length).toBeGreaterThan(items.length / 2);
  });

  it('缺少的事实用中文，并且能在裁量情节里填写，填写否和零以后不再问', () => {
    for (const entry of items) {
      const file = bare(entry);
      const { missing } = stateOf(file);
      for (const fact of missing) expect(fact, entry.item.name).toMatch(/[\u4e00-\u9fff]/);
      const questions = offenceQuestions({ file, book });
      if (entry.item.noOffence || questions.size === 0) continue;
      const factors = Object.fromEntries(
        [...questions].map(([name, question]) => [name, question.startsWith('是否') ? false : 0]),
      );
      const zero = { yuan: 0 };
      const filled: CaseFile = {
        ...file,
        circumstances: { factors },
        violation: {
          ...file.violation,
          amounts: { turnover: zero, goods: zero, gains: zero, loss: zero },
        },
      };
      expect(stateOf(filled).state, entry.item.name).toBe('below');
    }
  });
});
