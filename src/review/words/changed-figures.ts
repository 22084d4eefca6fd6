import { figuresAfterWords, labelledFigures } from './labelled-figures.ts';

export interface ChangedFigure {
  what: string;
  /** As the two texts have them: 12盒. */
  told: string;
  found: string;
  more: boolean;
}

/**
 * Figures of the same name and unit that two accounts of one act state differently. Only where each account has one
 * such figure and neither mentions the other's number anywhere: an account in other words is no other account.
 */
export function changedFigures(told: string, found: string): ChangedFigure[] {
  const [before, after] = [told, found].map(figuresOf) as [Figures, Figures];
  const mentioned = [told, found].map(numbersOf) as [Set<number>, Set<number>];
  const names = [...new Set(before.map(nameOf))];
  return names.flatMap((name): ChangedFigure[] => {
    const [one, ...others] = before.filter((figure) => nameOf(figure) === name);
    const [other, ...rest] = after.filter((figure) => nameOf(figure) === name);
    if (!one || !other || others.some(differs(one)) || rest.some(differs(other))) return [];
    if (one.value === other.value || mentioned[1].has(one.value) || mentioned[0].has(other.value)) return [];
    return [
      {
        what: one.what,
        told: `${one.value}${one.unit}`,
        found: `${other.value}${other.unit}`,
        more: other.value > one.value,
      },
    ];
  });
}

/** Those under a name of their own; of the others only what no name covers. */
function figuresOf(text: string) {
  const named = labelledFigures(text);
  const rest = figuresAfterWords(text).filter(
    ({ value, unit }) => !named.some((one) => one.value === value && one.unit === unit),
  );
  return [...named, ...rest];
}

type Figures = ReturnType<typeof labelledFigures>;
type Figure = Figures[number];

const nameOf = ({ what, unit }: Figure) => `${what} ${unit}`;
const differs = (one: Figure) => (other: Figure) => other.value !== one.value;

const numbersOf = (text: string) =>
  new Set(
    [...text.normalize('NFKC').matchAll(/(\d+(?:,\d{3})*(?:\.\d+)?)(万?)/g)].map(
      ([, digits = '', ten]) => Number(digits.replaceAll(',', '')) * (ten ? 10_000 : 1),
    ),
  );
