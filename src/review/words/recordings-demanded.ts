import type { CaseFile } from '../../cases/case-file.ts';
import { plainText } from './denied-words.ts';

export interface RecordingDemanded {
  /** As a list of a region names the step: `hearing`. */
  step: string;
  path: string;
  quote: string;
}

const DEMAND =
  /(?:应当?|必须|须|要求|属于|列入|纳入|规定)[^。;\n]{0,24}(?:全程|全过程)(?:同步)?(?:进行)?(?:音像|录音|录像|视频|摄录)|(?:全程|全过程)(?:同步)?(?:音像|录音录像|录像)(?:记录)?(?:的)?(?:事项|清单|范围|环节)/;
const ASKS = /是否|可以|不属于|不在|未列入|没有列入|无需|不要求|不必/;
const STEPS: [string, RegExp][] = [
  ['hearing', /听证(?!告知|通知|权)/],
  ['interview', /询问/],
  ['inspection', /检查|勘验/],
  ['sampling', /抽样/],
  ['preservation', /登记保存/],
  ['seizure', /查封|扣押/],
  ['retained-service', /留置送达/],
  ['notice-service', /公告送达/],
  ['enforcement', /强制(?:执行|拆除)/],
];

/**
 * Steps that a paper of the case itself says the agency must record throughout (按本机关音像记录事项清单，听证应当全程录像),
 * where no list of the place is at hand.
 */
export function recordingsDemanded({ papers = [] }: CaseFile): RecordingDemanded[] {
  const found = papers.flatMap(({ text }, index): RecordingDemanded[] => {
    if (!text || !/全程|全过程/.test(text)) return [];
    const clauses = plainText(text).split(/[。;\n()]/);
    return clauses.flatMap((clause) => {
      if (!DEMAND.test(clause) || ASKS.test(clause)) return [];
      const demand = clause.replaceAll(/[\p{sc=Han}]{0,12}(?:清单|目录|办法|规定|制度)(?=[》,])/gu, '');
      return STEPS.flatMap(([step, named]) =>
        named.test(demand) ? [{ step, path: `papers.${index}.text`, quote: clause }] : [],
      );
    });
  });
  return found.filter(({ step }, at) => found.findIndex((one) => one.step === step) === at);
}
