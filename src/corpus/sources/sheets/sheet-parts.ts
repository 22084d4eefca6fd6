import { Parser } from 'htmlparser2';
import type { FileLimits } from '../../../files/limits.ts';
import { inflatedEntry, type OpenZip } from '../../../files/open-zip.ts';
import { formatCode } from './shown-number.ts';

/** A merged area of a sheet; all four from 0, ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a sheet says of its cells beside their values. */
export interface SheetParts {
  hidden: boolean;
  areas: Area[];
  /** Rows and columns that are not shown, from 0. */
  hiddenRows: number[];
  hiddenColumns: number[];
  /** Code of the number format of a cell that has one, by “row,column” from 0. */
  formats: Map<string, string>;
}

/** The sheets of a workbook in their order. A part that is missing says nothing: the values are read elsewhere. */
export async function sheetParts(open: OpenZip, limits: FileLimits): Promise<SheetParts[]> {
  const textOf = async (name: string): Promise<string> => {
    const entry = open.entries.find((one) => one.name === name);
    return entry ? (await inflatedEntry(open, entry, limits)).toString('utf8') : '';
  };
  const targets = relations(await textOf('xl/_rels/workbook.xml.rels'));
  const codes = styleCodes(await textOf('xl/styles.xml'));
  const sheets: { target: string; hidden: boolean }[] = [];
  walk(await textOf('xl/workbook.xml'), (name, attributes) => {
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
    const target = targets.get(id) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    sheets.push({ target: path, hidden: /hidden/i.test(attributes.state ?? '') });
  });
  const parts: SheetParts[] = [];
  for (const { target, hidden } of sheets) parts.push({ hidden, ...layoutOf(await textOf(target), codes) });
  return parts;
}

function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  walk(xml, (name, { Id, Target }) => {
    if (name === 'Relationship' && Id && Target) targets.set(Id, Target);
  });
  return targets;
}

/** The format codes by the number of the style that cells name. */
function styleCodes(xml: string): string[] {
  const own = new Map<number, string>();
  const codes: string[] = [];
  let within = '';
  walk(xml, (name, attributes) => {
    if (name === 'cellXfs' || name === 'cellStyleXfs') within = name;
    else if (name === 'numFmt' && attributes.formatCode !== undefined)
      own.set(Number(attributes.numFmtId), attributes.formatCode);
    else if (name === 'xf' && within === 'cellXfs')
      codes.push(formatCode(Number(attributes.numFmtId ?? 0), own));
    else if (/^(?:cellStyles|dxfs)$/.test(name)) within = '';
  });
  return codes;
}

function layoutOf(xml: string, codes: readonly string[]): Omit<SheetParts, 'hidden'> {
  const parts: Omit<SheetParts, 'hidden'> = {
    areas: [],
    hiddenRows: [],
    hiddenColumns: [],
    formats: new Map(),
  };
  walk(xml, (name, attributes) => {
    if (name === 'mergeCell') {
      const area = areaOf(attributes.ref ?? '');
      if (area) parts.areas.push(area);
    } else if (name === 'row' && isOn(attributes.hidden)) parts.hiddenRows.push(Number(attributes.r) - 1);
    else if (name === 'col' && isOn(attributes.hidden)) {
      // A hidden rest of the sheet reaches to its last column: beyond some hundred nothing stands.
      const last = Math.min(Number(attributes.max), Number(attributes.min) + 200);
      for (let at = Number(attributes.min); at <= last; at++) parts.hiddenColumns.push(at - 1);
    } else if (name === 'c') {
      const code = codes[Number(attributes.s ?? -1)];
      const place = placeOf(attributes.r ?? '');
      if (place && code && code !== 'General') parts.formats.set(place.join(','), code);
    }
  });
  return parts;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function areaOf(ref: string): Area | undefined {
  const [from, to] = ref.split(':').map(placeOf);
  if (!from || !to) return undefined;
  return { top: from[0], left: from[1], bottom: to[0], right: to[1] };
}

/** C5 → row 4, column 2. */
function placeOf(name: string): [row: number, column: number] | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(name);
  if (!found) return undefined;
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(found[2]) - 1, column - 1];
}

/** C5 for row 4, column 2, as people find it on the sheet. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Elements in their order, without the prefix of a namespace. */
function walk(xml: string, take: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new Parser(
    { onopentag: (name, attributes) => take(name.replace(/^.*:/, ''), attributes) },
    { xmlMode: true },
  );
  parser.end(xml);
}
