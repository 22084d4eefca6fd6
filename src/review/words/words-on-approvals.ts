import type { CaseFile } from '../../cases/case-file.ts';
import { leadsPart } from '../steps/leads-part.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

/** 未送机关负责人审批, 没有报局长签批. */
const PASSED_OVER =
  /(?:未|没有|不再|未再|并未)(?:另行|再)?(?:经|报|送|提交|呈(?:报|送)?|提请|请示|报请|由|交)(?:本)?(?:行政|机关|本?局|单位)?(?:主要|分管)?(?:负责人|领导|局长)(?:审批|批准|签批|审查|审定|同意|签字|签署|决定)?|(?:机关|局|单位)(?:主要|分管)?(?:负责人|领导)(?:均)?(?:未|没有)(?:审批|批准|签批|签字|签署|审查|参与)/;
/** 科长某某代局长签批. */
const IN_PLACE = /(?:代|替)(?:机关负责人|局长|局领导|负责人)(?:审批|签批|签字|签发|签署|批准|行使)/;
/** 由副中队长自行代签, 未经委托代为审批. */
const UNASKED =
  /(?:自行|擅自|未经(?:授权|委托|同意)[^,。;\n]{0,8})代(?:为|其)?(?:签|批|审)[批签字名]?|由[^,。;\n]{0,16}(?:科|股|室|处|队|站|所|组)(?:副长|长|副负责人|负责人)[^,。;\n]{0,8}代(?:为|其)?(?:签|批|审)[批签字名]?/;
const ASKS = /是否|应当|不得|可以|无需|规定|授权书|受.{0,8}委托|已授权|依授权/;
const STAGES = [
  { stage: 'filing', kind: 'filing-approval' },
  { stage: 'approval', kind: 'decision-approval' },
] as const;

/** An approval that the form itself shows to be given by somebody below the head, or to have gone past him. */
export function wordsOnApprovals(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  return STAGES.flatMap(({ stage, kind }): OtherWords[] => {
    const noted = file[stage];
    const role = noted?.approverRole;
    const own = noted && (role === undefined || role === 'head') ? paperOf(noted.paper) : undefined;
    if (own?.kind !== kind) return [];
    const name = noted?.approver?.normalize('NFKC');
    const words = passedOver(own) ?? (name ? belowHead(own, name, file.agency.name) : undefined);
    return words ? [deniedWords(`${stage}.approverRole`, role, 'unit-head', own, words)] : [];
  });
}

function passedOver({ text }: PlainPaper): string | undefined {
  if (!/未|没有|不再|代|替/.test(text)) return undefined;
  return text
    .split(/[。;\n]/)
    .map((clause) =>
      ASKS.test(clause)
        ? undefined
        : (PASSED_OVER.exec(clause) ?? IN_PLACE.exec(clause) ?? UNASKED.exec(clause))?.[0],
    )
    .find((words) => words !== undefined);
}

/** 宋广文(稽查科科长), 稽查科科长宋广文, 宋广文 职务:科长. */
function belowHead({ text }: PlainPaper, name: string, agency: string): string | undefined {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const behind = /^(?:\(([^()\n]{2,16})\)|,?职务:?([^,。;\n()]{2,16}))/.exec(text.slice(at + name.length));
    const before = /(?:^|[:。;,\n(])([^:。;,\n()]{2,16})$/.exec(text.slice(0, at));
    const role = [behind?.[1], behind?.[2], before?.[1]].find(
      (one) => one && leadsPart(one, agency) && !/意见|审批|审核/.test(one),
    );
    if (role) return `${name}（${role}）`;
  }
  return undefined;
}
