import { PENALTY_TYPES } from '../../../law/penalties.ts';
import { sanctionsInText } from '../../../law/sanctions-in-text.ts';
import type { BoundWords } from './quantity-in.ts';
import type { Result } from './result-in.ts';

/**
 * A result cell written like a provision, clause by clause: 对单位处…，对责任人员处…; 逾期未改正的，处…; 情节严重的，吊销…. Its words are read
 * as those of statutes are; `undefined` where any of its fines is left open.
 */
export function clausesResult(text: string, bounds: BoundWords | undefined): Result | undefined {
  // 单位：1万元以上5万元以下；个人：…: as tables shorten 对单位处.
  const plain = text.replaceAll(
    /(?<=^|[；;。\n])(?:对)?(单位|个人|企业|(?:直接)?责任人员?|直接负责的主管人员和其他直接责任人员)[：:](?:并?处)?(?=\d)/g,
    '对$1处',
  );
  const read = sanctionsInText(plain, {}, bounds);
  if (!read || read.fines.length === 0 || read.reading.open.includes('fines')) return undefined;
  const fines = read.fines.map(({ range, when, party, subject }) => ({
    ...range,
    ...(party ? { party } : {}),
    ...(subject === 'responsible-person' ? { subject } : {}),
    ...(when ? { when } : {}),
  }));
  const extra = read.mandatory.filter((type) => type !== 'fine').map((type) => PENALTY_TYPES[type]);
  const told = (read.conditional ?? [])
    .filter(({ type }) => type !== 'fine')
    .map(({ type }) => `“${text}”中的${PENALTY_TYPES[type]}另有条件，没有列为该阶次应当给予的处罚`);
  return { fines, extra, ...(told.length > 0 ? { told } : {}) };
}
