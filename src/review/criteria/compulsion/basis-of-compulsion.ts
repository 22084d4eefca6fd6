import type { CompulsionKind } from '../../../cases/compulsion.ts';
import { NORM_LEVELS, type NormLevel } from '../../../law/penalties.ts';
import { compulsionLaw, isCompulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, EXECUTIONS, MEASURES } from '../../rules/compulsion-rule.ts';
import { type Answer, met, notMet, unclear } from '../../rules/rule.ts';
import { auctionWithoutPower } from './auction-without-power.ts';

/** What regulations can never create (行政强制法 10). */
const LAW_ONLY: CompulsionKind[] = ['personal-freedom', 'freezing'];
/** What 行政强制法 45 and 50 give to every agency. */
const OPEN_TO_ALL: CompulsionKind[] = ['surcharge', 'substitute'];

/** QZ-01 强制的设定依据. */
export const basisOfCompulsion = compulsionRule({
  id: 'QZ-01',
  criterion: 5,
  question: '强制措施是否有法律、法规依据，强制执行是否由法律设定？',
  severity: 'block',
  consequence: 'void',
  certainty: 'statute',
  basis: [
    compulsionLaw(10, '强制措施由法律设定，法规只在限度内设定，其他文件不得设定'),
    compulsionLaw(11, '法规不得扩大法律规定的对象、条件、种类'),
    compulsionLaw(13, '强制执行由法律设定，法律没有规定的申请法院执行'),
    compulsionLaw(46, '已查封扣押的，没有执行权的机关可依法拍卖抵缴罚款', { paragraph: 3 }),
  ],
  reading:
    '几项依据中有一项足够即可；依据法规的，须查明设定没有超出法定范围；加处罚款和代履行依本法第四十五条、第五十条，各机关均可；本法不设定强制措施，也不授予执行权，只引用本法的由人补充依据；没有执行权的拍卖须当事人在法定期限内没有复议、起诉。',
  kinds: [...MEASURES, ...EXECUTIONS, ...OPEN_TO_ALL],
  none: '申请人民法院强制执行，不需要自行强制的依据。',
  asksForRecord: true,
  judge: (entry, path, context) => {
    if (!entry.basis) return unclear('强制的依据没有载明。', ['强制的依据'], [path]);
    const norms = entry.basis.map(({ law, level }) => ({ law, level: context.book.levelOf(law) ?? level }));
    return MEASURES.includes(entry.kind!) ? measure(entry, path, norms) : executionBasis(entry, path, norms);
  },
});

type Norms = { law: string; level: NormLevel | undefined }[];

function measure(entry: Compulsion, path: string, cited: Norms): Answer {
  const norms = cited.filter(({ law }) => !isCompulsionLaw(law));
  if (norms.length < cited.length && norms.length === 0) {
    return unclear(
      '案卷只引用《行政强制法》，该法不设定具体的强制措施。',
      ['设定强制措施的法律、法规'],
      [`${path}.basis`],
    );
  }
  const byLaw = norms.find(({ level }) => level === 'law');
  const paths = [`${path}.kind`, `${path}.basis`];
  if (byLaw) return met(`强制措施依据的《${byLaw.law}》是法律。`, paths);
  const open = unknownLevels(norms, paths);
  if (open) return open;
  if (LAW_ONLY.includes(entry.kind!))
    return notMet(`限制人身自由和冻结只能由法律设定，${found(norms)}。`, paths);
  const enough = norms.find(
    ({ level }) =>
      level === 'administrative-regulation' ||
      (level === 'local-regulation' && entry.kind !== 'other-measure'),
  );
  if (!enough) return notMet(`强制措施应由法律设定，法规只能在限度内设定，${found(norms)}。`, paths);
  const name = `《${enough.law}》（${NORM_LEVELS[enough.level!]}）`;
  const seen = [...paths, `${path}.withinLimits`];
  if (entry.withinLimits === undefined) {
    return unclear(
      `依据是${name}，其设定是否未超出法定范围没有查明。`,
      ['法规的设定是否未超出法定范围'],
      seen,
    );
  }
  return entry.withinLimits
    ? met(`强制措施依据${name}，设定未超出法定范围。`, seen)
    : notMet(`强制措施依据${name}，但其设定超出法定范围。`, seen);
}

function executionBasis(entry: Compulsion, path: string, norms: Norms): Answer {
  const laws = norms.filter(({ level }) => level === 'law');
  const byLaw = laws.find(({ law }) => !isCompulsionLaw(law)) ?? laws[0];
  const paths = [`${path}.kind`, `${path}.basis`];
  if (!byLaw) {
    return (
      unknownLevels(norms, paths) ??
      notMet(`强制执行只能由法律设定，${found(norms)}，应申请人民法院执行。`, paths)
    );
  }
  if (OPEN_TO_ALL.includes(entry.kind!)) return met(`强制执行依据的《${byLaw.law}》是法律。`, paths);
  const seen = [...paths, `${path}.ownPower`];
  if (entry.ownPower === undefined) {
    return unclear('法律是否授予本机关强制执行权没有查明。', ['法律是否授予强制执行权'], seen);
  }
  if (entry.ownPower && isCompulsionLaw(byLaw.law)) {
    return unclear('授予本机关强制执行权的是哪部法律没有载明。', ['授予强制执行权的法律'], seen);
  }
  if (entry.ownPower) return met(`《${byLaw.law}》授予本机关强制执行权。`, seen);
  if (entry.kind !== 'auction') return notMet('法律没有授予本机关强制执行权，应申请人民法院执行。', seen);
  return auctionWithoutPower(entry, path);
}

function unknownLevels(norms: Norms, paths: string[]): Answer | undefined {
  const open = norms.filter(({ level }) => !level).map(({ law }) => `《${law}》的规范层级`);
  return open.length > 0 ? unclear(`不能确定${open.join('、')}。`, open, paths) : undefined;
}

function found(norms: Norms): string {
  if (norms.length === 0) return '案卷没有引用任何依据';
  return `引用的只有${norms.map(({ law, level }) => `《${law}》（${NORM_LEVELS[level!]}）`).join('、')}`;
}
