import type { CriminalThreshold, ThresholdFigure, ThresholdLine } from '../../corpus/criminal-threshold.ts';
import {
  type ComparedLine,
  compareLine,
  type FactOf,
  factPaths,
  LEVELS,
  type Level,
  levelOfShare,
  lineValue,
  type Shares,
} from '../words/compare-line.ts';

export interface ComparedOffence {
  level: Level;
  /** The sentences of the lines that decided the level. */
  hits: string[];
  steps: string[];
  missing: string[];
  paths: string[];
}

const WORDS: Record<Level, string> = {
  reached: '达到',
  must: '接近，已达应当审查移送的比例',
  near: '接近',
  open: '缺少事实',
  below: '未达到',
};

/**
 * One offence beside the facts. Any line is enough. The act that the lines presuppose is asked for only where a line
 * could be reached; an offence that does not `ask` says nothing of what is missing. 情节严重 and the like are asked
 * only where no figure says what they mean.
 */
export function compareOffence(
  offence: CriminalThreshold,
  lines: ThresholdLine[],
  { factOf, shares, cause, asks }: { factOf: FactOf; shares: Shares; cause: string; asks: boolean },
): ComparedOffence {
  const all = [
    ...lines.map((line) => compareLine(line, factOf, shares)),
    ...inProportion(lines, factOf, shares),
  ];
  const conduct = conductOf(offence, factOf, cause);
  const none = factOf(offence.id);
  const paths = [...all.flatMap((one) => one.paths), ...conduct.paths, ...(none ? [none.path] : [])];
  const excluded = conduct.holds === false;
  const onlyVague = all.every(({ line }) => line.vague);
  const compared = all
    .map((one) => settled(one, none?.value))
    .filter(({ level, line }) => level !== 'open' || (asks && (!line.vague || onlyVague)));
  const statedAtOnce = none?.value === true;
  const top = highest(compared, statedAtOnce);
  const decisive = compared.filter((one) => rankOf(one) === top);
  const asksConduct = conduct.holds === undefined && top !== 'below';
  const said = ({ line, level, found }: ComparedLine) =>
    `${offence.offence}：${line.text}${line.certainty ? '（实践中的数字，待确认）' : ''}${found}（${WORDS[level]}）`;
  if (excluded) {
    const steps = [`${offence.offence}：不属于“${conduct.label}”，不再比对`];
    return { level: 'below', hits: [], steps, missing: [], paths: conduct.paths };
  }
  return {
    level: asksConduct ? 'open' : top,
    hits:
      top === 'below' || top === 'open'
        ? []
        : statedAtOnce
          ? [`${offence.offence}：有列明的情形（达到）`]
          : decisive.map(said),
    steps: [
      ...compared.map(said),
      ...(offence.aggregation ? [`${offence.offence}：${offence.aggregation}`] : []),
    ],
    missing: asksConduct ? [`是否${conduct.label}`] : missingOf(compared, offence),
    paths,
  };
}

function highest(compared: ComparedLine[], statedAtOnce: boolean): Level {
  if (statedAtOnce) return 'reached';
  return LEVELS.findLast((level) => compared.some((one) => rankOf(one) === level)) ?? 'below';
}

/** A figure from practice asks for a person: it counts as near at most. */
function rankOf({ level, line }: ComparedLine): Level {
  return line.certainty === 'practice' && (level === 'reached' || level === 'must') ? 'near' : level;
}

/** “没有上述情形” about the offence as a whole settles its lines in facts without a number. */
function settled(one: ComparedLine, none: number | boolean | undefined): ComparedLine {
  return one.level === 'open' && none === false && one.line.all.every(({ op }) => op === 'is')
    ? { ...one, level: 'below' }
    : one;
}

function missingOf(compared: ComparedLine[], { offence }: CriminalThreshold): string[] {
  const missing = compared.flatMap((one) => (one.level === 'open' && one.missing ? [one.missing] : []));
  const flags = [...new Set(missing.flatMap((part) => (part.op === 'is' ? [part.label] : [])))];
  const asked =
    flags.length > 1
      ? [`是否有下列情形之一（${offence}）：${flags.join('；')}`]
      : flags.map((flag) => `是否${flag}`);
  return [...new Set(missing.flatMap((part) => (part.op === '>=' ? [part.label] : []))), ...asked];
}

function conductOf({ conduct }: CriminalThreshold, factOf: FactOf, cause: string) {
  if (!conduct) return { holds: true, label: '', paths: [] };
  const fact = factOf(conduct.factor);
  const words = conduct.words.some((word) => cause.includes(word));
  return {
    holds: fact ? Boolean(fact.value) : words ? true : undefined,
    label: conduct.label,
    paths: fact
      ? [fact.path]
      : words
        ? ['violation.name', 'cause']
        : [`circumstances.factors.${conduct.factor}`],
  };
}

/**
 * Figures of several kinds under one offence: sixty per cent of one line and forty of another make a whole. Lines of a
 * lower share are added among themselves, and what the share presupposes has to hold.
 */
function inProportion(lines: ThresholdLine[], factOf: FactOf, shares: Shares): ComparedLine[] {
  const groups = Map.groupBy(
    lines.filter((line) => line.adds !== undefined),
    ({ adds, all }) => [adds, ...all.slice(1).map(({ label }) => label)].join('|'),
  );
  return [...groups.values()].flatMap((group) => {
    const counted = group.flatMap((line) => {
      const part = line.all[0] as ThresholdFigure;
      const fact = part.factor === undefined ? undefined : factOf(part.factor);
      return fact && Number(fact.value) > 0
        ? [{ line, fact, share: Number(fact.value) / lineValue(part) }]
        : [];
    });
    const [first] = counted;
    if (!first || counted.length < 2) return [];
    const share = counted.reduce((sum, one) => sum + one.share, 0);
    const added: ComparedLine = {
      line: { ...first.line, text: `${counted.map(({ line }) => line.text).join('，')}，按比例合计` },
      level: levelOfShare(share, shares),
      found: `，本案合计达到标准的百分之${Math.floor(share * 1000) / 10}`,
      paths: counted.flatMap(({ fact }) => factPaths(fact)),
    };
    return [withRest(added, compareLine({ ...first.line, all: first.line.all.slice(1) }, factOf, shares))];
  });
}

/** A sum of shares and what else has to hold: the weaker decides, and a fact is missing only where the sum may do. */
function withRest(added: ComparedLine, rest: ComparedLine): ComparedLine {
  if (rest.line.all.length === 0 || added.level === 'below') return added;
  const level = LEVELS.find((one) => one === added.level || one === rest.level) ?? 'below';
  return {
    ...added,
    level: rest.level === 'open' ? 'open' : level,
    paths: [...added.paths, ...rest.paths],
    ...(rest.missing ? { missing: rest.missing } : {}),
  };
}
