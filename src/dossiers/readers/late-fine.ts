import { sumsIn } from '../../law/sums-in.ts';
import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';

const KINDS: ReadonlySet<Paper['kind']> = new Set([
  'demand',
  'court-application',
  'receipt',
  'closure-approval',
]);
/** 加处罚款5000元, 加处罚款的数额为人民币伍仟元整（5000元）. */
const BEFORE = /加处罚款(?:的?(?:数额|金额)?)?(?:计|共计|合计|为|：|:)?(?:人民币)?[ \u3000]*[（(]?$/;

/** 催告书、强制执行申请书: the late fine that they ask for; 票据、结案: the one that was paid. */
export const lateFine: Reader = ({ kind, text }) => {
  if (!KINDS.has(kind)) return [];
  const sums = sumsIn(text).filter(({ start }) => BEFORE.test(text.slice(Math.max(0, start - 20), start)));
  const [sum] = sums;
  if (!sum || new Set(sums.map(({ fen }) => fen)).size > 1) return [];
  return [stated('performance.lateFine.amount', Number(sum.fen) / 100, sum)];
};
