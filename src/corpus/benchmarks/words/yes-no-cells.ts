import { BASE_OF_WORDS } from './degree-sequence.ts';
import type { FactorConditions } from './factor-conditions.ts';

const YES = /^(?:是|有|已|√|✓|☑)$/;
const NO = /^(?:否|无|没有|未|×|✗|☒)$/;

/** Cells that only say yes or no to their heading: 是否在禁渔区（期） above 是 and 否. `undefined` for any other cell, and below a sum of the case. */
export function yesNoCells(header: string, cells: readonly string[]): FactorConditions | undefined {
  const answers = cells.map((cell) => {
    const word = cell.replaceAll(/\s/g, '');
    return YES.test(word) ? true : NO.test(word) ? false : undefined;
  });
  const asked = header.replace(/^(?:是否|有无|有没有|是不是)|是否(?=.)/, '');
  const isSum = BASE_OF_WORDS.some(([word]) => word.test(header));
  if (cells.length === 0 || answers.includes(undefined) || asked.length < 2 || isSum) return undefined;
  if (new Set(answers).size < answers.length) return undefined;
  const question = asked === header ? `“${header}”一栏是“是”还是“否”？` : `${header}？`;
  return {
    factors: [{ name: asked, ...(asked === header ? {} : { label: header }), question, type: 'yes-no' }],
    conditions: new Map(
      cells.map((cell, at) => [cell, { factor: asked, op: '=', value: answers[at]! }] as const),
    ),
    overall: [],
    remarks: [],
  };
}
