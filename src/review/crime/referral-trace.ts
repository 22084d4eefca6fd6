import type { CaseFile } from '../../cases/case-file.ts';
import { admitsReached } from './admits-reached.ts';

/** Where a trace of a referral can stand. */
export const TRACES = [
  'referral.considered',
  'referral.reason',
  'referral.sentAt',
  'referral.approved',
  'referral.refusalReason',
];

/**
 * Reasons that say nothing of whether there is a crime: that the party takes the penalty, pays, repents, or that a
 * penalty is enough. A penalty in the place of a transfer is what 行政处罚法 8(2) and 移送规定 11(1) forbid.
 */
const NO_REASON =
  /(?:愿意|自愿|主动)?(?:接受|缴纳|缴清|履行)[^，。；]{0,6}(?:行政)?(?:处罚|罚款)|以罚代|直接(?:作出|给予)?行政处罚|(?:给予|作出)行政处罚即可|不再移送|(?:以前|此前|前[两几]?次)的?(?:行政)?(?:处罚|罚款)[^，。；]{0,6}已(?:经|全部)?(?:执行|缴|履行)|认错|悔过|态度(?:较|很)?好|初犯|企业(?:经营)?困难/;
/** Words of a reason that speaks of the offence itself. */
const OF_THE_OFFENCE =
  /主观|故意|明知|构成要件|不构成|不符合|未达到|没有达到|数额|证据|情节显著轻微|追诉时效|公安机关(?:认为|答复|不予|决定|退回)|检察/;

const NOT_SENT = /(?:不|无需|不需要?|不予|不作)(?:移送|移交)(?:公安|司法|检察)(?:机关)?/g;
/** 公安机关已答复不予立案, 主观上不明知: a line that is reached may still be no crime. */
const EXCUSED =
  /公安|检察|司法机关(?:答复|不予|决定)|不起诉|显著轻微|追诉时效|(?:不|没有|无|非)(?:具有|具备|存在|属于|是)?[^，,。；;]{0,4}(?:主观|故意|明知)|证据不足|扣除|剔除|退货|重复计|刷单|虚假交易|不构成|构成要件/;

/** A reason that itself says the line is reached and gives nothing that speaks against a crime. */
export function reasonAdmitting(referral: CaseFile['referral']): string | undefined {
  const reason = referral?.sentAt ? undefined : referral?.reason;
  if (!reason || EXCUSED.test(reason.replaceAll(NOT_SENT, ''))) return undefined;
  return reason.split(/[。；;]/).some((sentence) => admitsReached(sentence)) ? reason : undefined;
}

/** A reason that cannot take the place of a transfer; `undefined` where there is none or it speaks of the offence. */
export function unsoundReason(referral: CaseFile['referral']): string | undefined {
  const reason = referral?.sentAt ? undefined : referral?.reason;
  const empty = reason && NO_REASON.test(reason) && !OF_THE_OFFENCE.test(reason);
  return empty ? reason : reasonAdmitting(referral);
}

/** 价值未达到五万元，不作移送. */
const SAYS_UNDER = /(?:未|没有|没|尚未|均未|不)(?:能)?(?:达|超|满|够|足|到)|低于|小于|少于/;
/** What may take figures away that the papers still hold, and what is no question of figures. */
const OTHER_GROUND =
  /主观|故意|明知|构成要件|证据|显著轻微|追诉时效|公安|检察|扣除|剔除|退货|重复计|不计入|含税|刷单|虚假交易/;

/** A reason that rests on a line not being reached, and on nothing else; figures that reach one refute it. */
export function reasonUnderLine(referral: CaseFile['referral']): string | undefined {
  const reason = referral?.sentAt ? undefined : referral?.reason;
  return reason && SAYS_UNDER.test(reason) && !OTHER_GROUND.test(reason) ? reason : undefined;
}

const NO_HARM =
  /(?:没有|未|无|并无)[^，,。；;]{0,14}(?:损害|伤|死|亡|残|后果|损失|事故|影响|危害|不适|反应|投诉|纠纷)|(?:损害|损失|后果|伤亡|事故)[^，,。；;]{0,6}(?:没有|未)(?:发生|出现)/;
const CONCLUSION =
  /^(?:故|因此|所以|经(?:审查|研究|核查))?[^，,。；;]{0,6}(?:不涉嫌|不构成|无需|不需要?|不予?|不作)[^，,。；;]{0,8}(?:犯罪|移送|移交)|处罚后结案|^(?:应?由|仅由)?(?:本机关|本局|我局)?(?:依法)?(?:给予|作出|予以)?(?:行政)?处罚|^$/;
const OF_PRIORS = /[两二三\d]次|曾|此前|以前|之前|前[两几]次|受过|前科|年内|追诉|标准/;
const OF_HARM = /伤|死|亡|残|损失|损害|后果|危害|事故|污染|感染|传播/;

/** A reason that speaks of harm alone, where what is reached asks for none: 没有就诊人受到损害 beside two earlier penalties. */
export function reasonBesidePoint(
  referral: CaseFile['referral'],
  hits: readonly string[],
): string | undefined {
  const reason = referral?.sentAt ? undefined : referral?.reason;
  if (!reason || OTHER_GROUND.test(reason.replaceAll(NOT_SENT, '')) || hits.some((hit) => OF_HARM.test(hit)))
    return undefined;
  // Two earlier penalties are answered by nothing that does not speak of them.
  if (hits.length > 0 && hits.every((hit) => /受过[^，]{0,12}处罚/.test(hit)) && !OF_PRIORS.test(reason))
    return reason;
  const parts = reason.split(/[，,。；;]/).map((part) => part.trim());
  const onlyHarm = parts.every((part) => NO_HARM.test(part) || CONCLUSION.test(part));
  return onlyHarm && parts.some((part) => NO_HARM.test(part)) ? reason : undefined;
}

/** What shows that somebody weighed a referral: the transfer, a reasoned finding, or a reasoned refusal. */
export function referralTrace(referral: CaseFile['referral']): string | undefined {
  if (referral?.sentAt) return '已移送';
  if (unsoundReason(referral)) return undefined;
  if (referral?.considered && referral.reason) return '已审查是否移送并写明理由';
  return referral?.approved === false && referral.refusalReason
    ? '负责人决定不移送，理由已记录在案'
    : undefined;
}
