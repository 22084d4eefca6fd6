import type { CaseFile } from '../../cases/case-file.ts';
import { deniedWords, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const NO_WITNESS =
  /(?:未|没有)(?:邀请|请到|找到|请)?(?:任何)?(?:在场)?(?:基层组织|居委会|村委会|社区|单位)?(?:的)?(?:代表)?(?:作为?)?见证人|无(?:在场)?见证人|(?:未|没有)(?:邀请)?[^,。;\n]{0,10}见证(?!人签)/;
const NO_PICTURES =
  /(?:未|没有)(?:进行|采用|采取)?(?:现场)?(?:拍照|照相|录像|摄像|录音录像)(?:[、和及或]{1,2}(?:拍照|录像|摄像))?/;
const ELSEWHERE =
  /(?:放|留|置|贴|丢|塞)(?:在|于|到)(?:了)?(?:隔壁|邻居|邻近|相邻|旁边|附近|对面|他人|别人|楼下)[^,。;\n]{0,12}/;

/** How a paper that was refused was left behind, where its proof of service says otherwise than noted. */
export function wordsOnLeaving(
  { services = [] }: CaseFile,
  shortPaperOf: (id: string | undefined) => PlainPaper | undefined,
): OtherWords[] {
  return services.flatMap(({ method, paper, witness, recorded, leftAtResidence }, index): OtherWords[] => {
    const own = method === 'retained' ? shortPaperOf(paper) : undefined;
    if (own?.kind !== 'proof-of-service') return [];
    const at = `services.${index}`;
    const alone = witness ? NO_WITNESS.exec(own.text) : null;
    const unseen = recorded === true ? NO_PICTURES.exec(own.text) : null;
    const elsewhere = leftAtResidence === true ? ELSEWHERE.exec(own.text) : null;
    return [
      ...(alone ? [deniedWords(`${at}.witness`, witness, undefined, own, alone[0])] : []),
      ...(unseen ? [deniedWords(`${at}.recorded`, true, false, own, unseen[0])] : []),
      ...(elsewhere ? [deniedWords(`${at}.leftAtResidence`, true, false, own, elsewhere[0])] : []),
    ];
  });
}
