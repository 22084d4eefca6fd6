import type { FineRange } from '../../../law/fine-range.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import { sanctionsInText } from '../../../law/sanctions-in-text.ts';
import { partiesContrasted } from './parties-contrasted.ts';
import type { BoundWords } from './quantity-in.ts';
import type { Result } from './result-in.ts';
import { spanInCell } from './span-in-cell.ts';
import { sumsInCondition } from './sums-in-condition.ts';

const PARTY =
  '单位|个人|企业|公民|自然人|法人|(?:其)?(?:直接)?责任人员?|(?:其)?主要负责人|法定代表人|(?:其)?直接负责的主管人员和其他直接责任人员|(?:直接负责的)?主管人员和(?:其他)?直接责任人员';
/** 单位处…，个人处…; 单位：1万元…；个人：…: as tables shorten 对单位处. */
const SHORTENED = new RegExp(
  `(?<=^|[，,；;。：:])(?:对)?(?<who>${PARTY})(?:[：:]|的，)?(?<may>可以?)?(?:并)?(?:处以?|罚款)?(?=\\d|每|货值|违法所得|上一?年|法定幅度)`,
  'g',
);
/** 处1万元以上5万元以下 without 罚款, in a column of fines. */
const BARE =
  /(?<=处)(?<span>(?:\d|每|货值|违法所得|上一?年|法定幅度)[^，,；;。罚处]*?(?:元|倍|[%％]|以[上下内]))(?=$|[，,；;。])/g;
const CAP =
  /罚款(?:，|；)?(?=(?:但|且)?(?:罚款)?(?:总额|总数|累计)?(?:最高|最多)?(?:罚款)?(?:不得?超过|不得?高于|(?<=最高)为?)\d[^，；。]*元)(?<cap>[^，；。罚]*元)(?:的?罚款)?/g;

/**
 * A result cell written like a provision, clause by clause: 对单位处…，对责任人员处…; 逾期未改正的，处…; 情节严重的，吊销…. Its words are read
 * as those of statutes are; `undefined` where any of its fines is left open, or where two of them cannot be told apart.
 */
export function clausesResult(text: string, bounds: BoundWords | undefined): Result | undefined {
  const plain = partiesContrasted(
    text
      .replaceAll(SHORTENED, (whole, ...more) => {
        const { who, may = '' } = more.at(-1) as { who: string; may?: string };
        return whole === '' ? '' : `对${who}${may}处`;
      })
      .replaceAll(BARE, '$<span>罚款')
      .replaceAll(CAP, '$<cap>的罚款'),
  );
  const read = sanctionsInText(
    plain,
    {},
    { ...(bounds ? { including: bounds } : {}), spanIn: spanInCell, conditionsOnly: true },
  );
  if (!read || read.fines.length === 0 || read.reading.open.includes('fines')) return undefined;
  const fines = read.fines.map(({ range, when, party, subject }) => ({
    ...(range satisfies FineRange),
    ...(party ? { party } : {}),
    ...(subject === 'responsible-person' ? { subject } : {}),
    ...(when ? { when: sumsInCondition(when, bounds) } : {}),
  }));
  const keys = fines.map(({ party, subject, when }) => JSON.stringify([party, subject, when]));
  if (new Set(keys).size < keys.length) return undefined;
  const extra = read.mandatory.filter((type) => type !== 'fine').map((type) => PENALTY_TYPES[type]);
  const told = (read.conditional ?? [])
    .filter(({ type }) => type !== 'fine')
    .map(({ type }) => `“${text}”中的${PENALTY_TYPES[type]}另有条件，没有列为该阶次应当给予的处罚`);
  return { fines, extra, ...(told.length > 0 ? { told } : {}) };
}
