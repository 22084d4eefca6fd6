import { AppError } from '../errors.ts';
import { ACTIONS, type AnyCaseFile, type CaseFile } from './case-file.ts';

/**
 * The file of a penalty case. Refuses with `invalid-input` where it is that of another kind of act: discretion, the
 * decision with its review and its signature exist for penalties alone.
 */
export function penaltyFile({ file }: { file: AnyCaseFile }): CaseFile {
  if (file.action === 'penalty') return file;
  throw new AppError(
    'invalid-input',
    `“${file.title}”是${ACTIONS[file.action]}案件；裁量、起草处罚决定书、送审和签署只用于行政处罚案件，本案可以预审、查看和补充事实。`,
    { faults: [{ path: 'action', expected: 'penalty（行政处罚）' }] },
  );
}
