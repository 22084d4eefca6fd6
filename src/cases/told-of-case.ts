import { plainName } from '../corpus/violations/is-own-item.ts';
import type { Catalogue } from '../corpus/violations/violation.ts';
import type { CaseFile } from './case-file.ts';
import { UNSAID } from './unsaid.ts';

const namesOf = new WeakMap<Catalogue, Set<string>>();

/**
 * What a case tells of what happened, in words to be matched: its facts, and its name and cause where somebody told the
 * matter in them. The name of an item is a choice already made: matching it would only repeat the choice. It is taken
 * where nothing else is told. Empty where nothing is.
 */
export function toldOfCase(
  { cause, violation }: Pick<CaseFile, 'cause' | 'violation'>,
  catalogue: Catalogue,
): string {
  const names = namesOf.get(catalogue) ?? new Set(catalogue.items.map(({ name }) => plainName(name)));
  namesOf.set(catalogue, names);
  const said = [violation.name, cause, violation.facts].flatMap((text) =>
    text?.trim() && text.trim() !== UNSAID ? [text.trim()] : [],
  );
  const told = [...new Set(said)].filter((text) => !names.has(plainName(text)));
  return (told.length > 0 ? told : said.slice(0, 1)).join('\n');
}
