import type { CaseFile } from '../../cases/case-file.ts';
import { GROUND_PATHS, mitigatingGrounds } from '../benchmark/mitigating-grounds.ts';
import { decisionText } from '../steps/penalty-decision.ts';

const RETURNED = /退还|返还|发还/;
/** What may be given back though the goods of the case are to be confiscated; or some of it was not. */
const LAWFUL =
  /合格|真品|正品|无关|非涉案|没收|部分|其余|其他|销毁|账|单据|凭证|票|合同|资料|文件|电脑|手机|主机|硬盘|工具|设备|车|秤|书/;

/**
 * The goods that the case values as unlawful were preserved and then given back to the party, and nothing lightens the
 * penalty: words and paths; `undefined` where that is not plain.
 */
export function returnedGoods(file: CaseFile): { words: string; paths: string[] } | undefined {
  const index = (file.preservation ?? []).findIndex(
    ({ disposal = '' }) =>
      RETURNED.test(disposal) && !LAWFUL.test(disposal.replaceAll(/登记保存(?:通知|决定)书|《[^》]*》/g, '')),
  );
  const disposal = file.preservation?.[index]?.disposal;
  if (!disposal || !((file.violation.amounts?.goods?.yuan ?? 0) > 0)) return undefined;
  const grounds = mitigatingGrounds(file).state;
  const text = decisionText(file);
  const plain =
    grounds === 'none' ||
    (grounds === 'unknown' && text !== undefined && !/减轻(?:行政)?处罚|减轻情/.test(text));
  return plain
    ? {
        words: disposal,
        paths: [
          `preservation.${index}.disposal`,
          'violation.amounts.goods.yuan',
          ...GROUND_PATHS,
          'decision.paper',
        ],
      }
    : undefined;
}
