import type { ActFile } from '../../cases/case-file.ts';
import type { MajorResult } from './is-major.ts';

/** 国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见. */
export const GUIDANCE = '国办发〔2018〕118号';

const FLAGS = [
  ['publicInterest', '涉及重大公共利益'],
  ['socialRisk', '可能造成重大社会影响或者引发社会风险'],
  ['majorRights', '直接关系当事人或者第三人重大权益'],
  ['complex', '案件情况疑难复杂、涉及多个法律关系'],
] as const;

/**
 * 重大执法决定 among the other kinds of act: the cases that the State Council's guidance names, and the agency's own
 * catalogue, which the profiles hold for penalties alone: whether it lists the act, a person says. Until then the
 * question stays open: nothing is taken for minor because nobody looked it up.
 */
export function isMajorAct(file: ActFile): MajorResult {
  const triggers: MajorResult['triggers'] = [];
  const unknown: string[] = [];
  for (const [flag, name] of FLAGS) {
    const holds = file.major?.[flag];
    if (holds) triggers.push({ why: name, basis: GUIDANCE });
    if (holds === undefined) unknown.push(`是否${name}`);
  }
  const heard = hearingHeld(file);
  if (heard) triggers.push({ why: '经过听证程序', basis: GUIDANCE });
  if (heard === undefined) unknown.push('是否经过听证程序');
  const catalogued = file.major?.catalogued;
  if (catalogued) triggers.push({ why: '列入重大执法决定法制审核目录', basis: GUIDANCE });
  if (catalogued === undefined) unknown.push('是否列入重大执法决定法制审核目录');
  const open = unknown.length > 0 ? undefined : false;
  return { isMajor: triggers.length > 0 ? true : open, triggers, unknown };
}

/** Of these acts only a licence has a hearing of its own (行政许可法 46 to 48). */
function hearingHeld({ action, licence }: ActFile): boolean | undefined {
  if (action !== 'licence') return false;
  const { licenceHearing: hearing, hearingByNorm, thirdPartiesTouched } = licence ?? {};
  if (hearing?.held !== undefined) return hearing.held;
  if (hearing?.heldOn) return true;
  if (hearingByNorm !== false) return undefined;
  const none = thirdPartiesTouched === false || hearing?.requested === false || hearing?.waivedOn;
  return none ? false : undefined;
}
