import type { CaseFile } from '../../cases/case-file.ts';

type Paper = NonNullable<CaseFile['papers']>[number];

/** 向当事人买了2瓶, 抽样3袋, 其中12箱, 每天20份: what one customer, one sample or one of several makes of the whole. */
const PART =
  /(?<!购)买|购买|卖给|送给|退(?:货|回|了)|抽[取样检]|样品|送检|检材|其中|另|每|分别|[上下一二两三四]层|[左右东西南北一另]侧|其余|部分|余下|存放于|无关|不属于|同期|上年|前[一次年]|当年|各|用[了掉去]|损[坏耗]|破损|扔|吃|试|最[多少高低]|大[约概]|左右|大致|记不清|好像|可能|估计|上[次回月]|去年|今年|以前|以后|后来|原[来先]|平时|一般|(?:第[一二三]|头一|这|那|有一|最后一)[次批回]/;
const WITNESS =
  /证人|顾客|消费者|客户|买[方家受]|购[买货药]|供[货应]|上游|下游|员工|职工|群众|投诉|举报|邻居/;

/** Whether a paper is somebody else's account than the party's or the officers': he knows of what he saw, bought or sold. */
export function toldByOthers({ evidence = [] }: CaseFile, { id, title }: Paper): boolean {
  return WITNESS.test(title) || evidence.some(({ paper, kind }) => paper === id && kind === 'witness');
}

/** Whether a clause of somebody's own words counts a part alone, or is not sure of the number. */
export const countsPart = (clause: string) => PART.test(clause);

/** 38, 83 and 180, 280: the digits of one in another order, or of three and more one another. */
export function isSlip(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 2) return false;
  const changed = [...one].filter((digit, at) => digit !== other[at]).length;
  return (
    (changed === 1 && one.length > 2) ||
    (changed === 2 && [...one].sort().join('') === [...other].sort().join(''))
  );
}

/** Whether a sentence tells what somebody else said and the agency did not follow: 当事人辩称仅有3袋，不予采信. */
export const isRejected = (sentence: string) =>
  /(?:举报|投诉|反映)人?[^。;]{0,12}[称指]/.test(sentence) ||
  (/[称辩]|主张|认为|提出|自述/.test(sentence) &&
    /不予采[信纳]|不予认定|未予?采[信纳]|不能成立|不成立|不符|不实|待核实|没有证据|无证据|未经证实|有误/.test(
      sentence,
    ));
