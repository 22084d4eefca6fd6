import { MOST_OF_RECORDING } from '../hearings/begin-upload.ts';

const MB = 1024 * 1024;

/** What one request may carry, in bytes, and the refusal of more. */
export interface UploadLimit {
  bytes: number;
  refusal: string;
  /** Whoever takes it measures it as it comes. */
  streamed?: boolean;
}

const DOSSIER = /^(?:\/api)?\/(?:dossiers|cases\/[^/]+\/dossier)$/;
const RECORDING = /^\/api\/recording-uploads\/[^/]+$/;
const LIBRARY = /^\/library\/imports$/;
/** As many bytes as a dossier handed in at once may have. */
export const MOST_OF_DOSSIER = 500 * MB;

/** A dossier comes with all its scans; everything else is a form or a case file. */
export function uploadLimit(path: string): UploadLimit {
  if (RECORDING.test(path)) {
    return {
      bytes: MOST_OF_RECORDING,
      streamed: true,
      refusal: '录音录像超过 4 GB，没有接收；请用设备分段导出后分段存入。',
    };
  }
  if (LIBRARY.test(path)) {
    return {
      bytes: MOST_OF_DOSSIER,
      streamed: true,
      refusal: '一次上传的法规文件超过 500 MB，没有接收；请分几次上传，或在服务器上用 mingcai import 导入。',
    };
  }
  return DOSSIER.test(path)
    ? {
        bytes: MOST_OF_DOSSIER,
        streamed: true,
        refusal:
          '一次交入的材料超过 500 MB，没有接收；请分几次交入，第一次建立案件，其余的在案件中“加入材料”。',
      }
    : { bytes: 16 * MB, refusal: '上传的内容超过 16 MB，请拆分后再上传。' };
}
