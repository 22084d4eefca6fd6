import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { type Answer, type Context, met, notApplicable, notMet, unclear } from '../../rules/rule.ts';
import { dossierSilent } from '../../steps/dossier-silent.ts';
import { papersSilent } from '../../steps/papers-silent.ts';

const PRESERVED = /(?:登记|证据)保存/;

export type Preservation = NonNullable<CaseFile['preservation']>[number];

/** The day whose law governs: that of the first preservation. */
export function preservationDay({ file }: Context): Day | undefined {
  return file.preservation
    ?.flatMap(({ takenOn }) => takenOn ?? [])
    .sort()
    .at(0);
}

/** 先行登记保存 of the case; not applicable when there was none, unclear when the file does not say. */
export function preservations({ file, profile }: Context): Preservation[] | Answer {
  if (file.preservation && file.preservation.length > 0) return file.preservation;
  if (file.acts?.some(({ kind }) => kind === 'preservation')) {
    return unclear('案卷有先行登记保存，但没有批准和处理的记载。', ['先行登记保存的批准和处理'], ['acts']);
  }
  const silent = dossierSilent(file, profile, ['preservation-notice'], PRESERVED);
  if (
    !file.preservation &&
    (silent || papersSilent(file, { kinds: ['preservation-notice'], words: PRESERVED }))
  ) {
    return notApplicable('成卷的各份材料没有提到先行登记保存。', ['papers']);
  }
  return file.preservation
    ? notApplicable('没有采取先行登记保存。', ['preservation'])
    : unclear('案卷未载明是否采取先行登记保存。', ['是否采取先行登记保存']);
}

/** The head's approval, on or before the day of the act. */
export function preservationApproved(
  { takenOn, approvedOn, approverRole }: Preservation,
  path: string,
): Answer {
  const paths = [`${path}.approvedOn`, `${path}.approverRole`, `${path}.takenOn`];
  if (approverRole && !['head', 'deputy-authorised'].includes(approverRole)) {
    return approverRole === 'delegate'
      ? unclear('先行登记保存由受委托人批准，是否为机关负责人需核实。', ['批准人是否为机关负责人'], paths)
      : notMet('先行登记保存应由机关负责人批准，实际由其他人批准。', paths);
  }
  if (takenOn && approvedOn && approvedOn > takenOn) {
    return notMet(`先行登记保存于${chineseDay(takenOn)}采取，${chineseDay(approvedOn)}才批准。`, paths);
  }
  const missing = [
    ...(takenOn ? [] : ['登记保存日期']),
    ...(approvedOn ? [] : ['批准日期']),
    ...(approverRole ? [] : ['批准人']),
  ];
  if (!takenOn || !approvedOn || missing.length > 0) {
    return unclear(`先行登记保存的${missing.join('、')}没有载明。`, missing, [path]);
  }
  return met(`先行登记保存于${chineseDay(approvedOn)}经负责人批准。`, paths);
}
