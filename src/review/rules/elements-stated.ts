import { type Answer, met, notMet, unclear } from './rule.ts';

/**
 * Whether a paper states every element: `elements` gives the field that answers for each and its Chinese name.
 * An element that is lacking is a fault; one that nobody looked for is a missing fact.
 */
export function elementsStated<Part extends object>(
  part: Part,
  path: string,
  elements: Partial<Record<keyof Part & string, string>>,
  paper: string,
): Answer {
  const entries = Object.entries(elements) as [keyof Part & string, string][];
  const paths = entries.map(([key]) => `${path}.${key}`);
  const lacking = entries.filter(([key]) => part[key] === false).map(([, name]) => name);
  if (lacking.length > 0) return notMet(`${paper}缺少${lacking.join('、')}。`, paths);
  const open = entries.filter(([key]) => part[key] !== true).map(([, name]) => name);
  return open.length > 0
    ? unclear(
        `${paper}的${open.join('、')}没有核对。`,
        open.map((name) => `${paper}的${name}`),
        paths,
      )
    : met(`${paper}的各项要素齐全。`, paths);
}
