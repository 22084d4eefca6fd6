/** A sum for each so many units: 500元/车次, 每超1000千克罚款500元，最高不超过30000元. */
export interface UnitSum {
  each: number;
  unit: string;
  /** So many units make one that is paid for. */
  per?: number;
  /** 每超: counted on what is beyond a limit. */
  beyond?: true;
  /** The highest sum that they come to. */
  most?: number;
}

const SUM = '(?<sum>\\d+(?:\\.\\d+)?万?)元';
const UNIT = '[^\\d，。；每]{1,6}?';
const SHAPES = [
  new RegExp(
    `^(?:处|按)?(?:每)?(?:[^\\d，。；每]{0,6})?(?:处|罚款)?${SUM}(?:[/／]|每)(?<unit>${UNIT})(?:的?罚款)?$`,
  ),
  new RegExp(
    `^(?:按|处|处以)?每(?<beyond>超(?:过|出|限|载|重|期)?|逾期|增加)?(?:一|(?<per>\\d+(?:\\.\\d+)?))?(?<unit>${UNIT})的?(?:，)?(?:处以?|罚款|罚|加处)?(?:罚款)?${SUM}(?:的?罚款)?$`,
  ),
];
const MOST =
  /[，；](?:但)?(?:罚款)?(?:总额|总计|累计|合计)?(?:最高|最多)?(?:罚款)?(?:不得超过|不超过|不得高于|不高于|以|为)?(?<most>\d+(?:\.\d+)?万?)元(?:为限|封顶|为上限)?(?:的?罚款)?$/;

/** Reads the words of a cell as such a sum; `undefined` where they are anything else. */
export function unitSumIn(text: string): UnitSum | undefined {
  const most = /[，；][^，；]*(?:最高|最多|不得?超过|不得?高于|为限|封顶|上限)[^，；]*$/.test(text)
    ? MOST.exec(text)
    : null;
  const words = most ? text.slice(0, most.index) : text;
  for (const shape of SHAPES) {
    const { sum, unit, per, beyond } = shape.exec(words)?.groups ?? {};
    if (!sum || !unit) continue;
    return {
      each: yuan(sum),
      unit: unit.replace(/^日$/, '天').replace('公斤', '千克').replace('㎡', '平方米'),
      ...(per ? { per: Number(per) } : {}),
      ...(beyond ? { beyond: true as const } : {}),
      ...(most ? { most: yuan(most.groups!.most!) } : {}),
    };
  }
  return undefined;
}

function yuan(words: string): number {
  return words.endsWith('万') ? Number((Number(words.slice(0, -1)) * 10_000).toFixed(2)) : Number(words);
}
