import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import type { KnownHead } from './read-table.ts';

/** What the saved columns of a table say about it as a whole. */
export function knownHead(map: SheetMap | undefined): KnownHead {
  const { from, to, number, issuer, region, boundWords } = map ?? {};
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(number ? { number } : {}),
    ...(issuer ? { issuer } : {}),
    ...(region ? { region } : {}),
    ...(boundWords ? { boundWords } : {}),
  };
}
