import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';

/** Papers in which somebody saw the spot or tells of it. */
const SAW: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'photograph',
  'sampling-record',
  'preservation-notice',
  'seizure-decision',
  'correction-order',
];
const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const WHERE = `(?:第)?(?:(?<number>地下|负)?(?<level>${NUMERAL}|[A-Z])(?<unit>层|楼|号楼|栋|幢|座|单元|号?车间|号?仓库|号院))`;
const SIDE = '(?<side>[东西南北]{1,2})(?:侧|面|边|端|头|部|门|向|厢)(?:的|一)?';
/** 二层东侧疏散通道, 三号楼安全出口, 北侧围墙: where, and the thing that is there. */
const SPOT = new RegExp(`${WHERE}(?:的)?(?:${SIDE})?(?<thing>[\\p{sc=Han}]{3,4})`, 'gu');
const SIDE_ALONE = new RegExp(`${SIDE}(?<thing>[\\p{sc=Han}]{3,4})`, 'gu');
/** Words that are no thing but what happens there, or the names of streets. */
const NO_THING =
  /^(?:为|是|至|与|和|及|的|有|在|距|共|有限|相邻|紧邻|方向|[路街巷道]|\p{sc=Han}{1,3}[路街巷])/u;

interface Spot {
  level?: string;
  side?: string;
  thing: string;
  words: string;
}

export interface MisplacedSpot {
  found: Spot;
  seen: Spot;
  /** Positions of the papers that saw it elsewhere. */
  papers: number[];
  decision: number;
}

/**
 * Where the decision finds a thing (三层西侧疏散通道), when all the papers that saw it, two at least, name one other place
 * (二层东侧疏散通道) and none names the decision's.
 */
export function misplacedSpots({ papers = [], decision }: CaseFile): MisplacedSpot[] {
  const own = papers.findIndex(({ id, kind }) =>
    decision?.paper ? id === decision.paper : kind === 'decision',
  );
  const text = papers[own]?.text;
  if (!text) return [];
  const seen = papers.flatMap(({ kind, text: words }, index) =>
    words && SAW.includes(kind) ? spotsIn(words).map((spot) => ({ ...spot, index })) : [],
  );
  const ours = spotsIn(text);
  const done = new Set<string>();
  return ours.flatMap((found): MisplacedSpot[] => {
    const same = seen.filter(({ thing }) => thing === found.thing);
    const [first] = same;
    const where = new Set(same.map(({ index }) => index));
    if (!first || where.size < 2 || done.has(found.thing)) return [];
    if (same.some((one) => !differs(one, found) || differs(one, first))) return [];
    if (ours.some((one) => one.thing === found.thing && !differs(one, first))) return [];
    done.add(found.thing);
    return [{ found, seen: first, papers: [...where], decision: own }];
  });
}

/** Both tell the floor or both the side, and not alike. */
function differs(one: Spot, other: Spot): boolean {
  return (['level', 'side'] as const).some((part) => one[part] && other[part] && one[part] !== other[part]);
}

function spotsIn(given: string): Spot[] {
  const text = given.normalize('NFKC').replaceAll(/[ \t]/g, '');
  const spots = [...text.matchAll(SPOT)].map(({ 0: words, groups }) => spotOf(words, groups));
  const rest = text.replaceAll(SPOT, (words) => ' '.repeat(words.length));
  const sides = [...rest.matchAll(SIDE_ALONE)].map(({ 0: words, groups }) => spotOf(words, groups));
  return [...spots, ...sides].filter(({ thing }) => !NO_THING.test(thing));
}

function spotOf(words: string, groups: Record<string, string | undefined> | undefined): Spot {
  const { number = '', level, unit = '', side, thing = '' } = groups ?? {};
  const plain = level && (numbersInText(`${level}层`)[0]?.value ?? level);
  return {
    words,
    thing,
    ...(plain ? { level: `${number}${plain}${unit === '楼' ? '层' : unit}` } : {}),
    ...(side ? { side } : {}),
  };
}
