import type { Paper } from '../paper.ts';
import { plainView } from './plain-view.ts';
import { signatureIn } from './signature-in.ts';

const TITLE = '(?:[局厅署]长|主要负责人|机关负责人)';
/** 副局长, 分管局长, 分局长, 原局长: not the head of this agency. */
const OTHERS = '(?<![副分原前代任授]|分管|主管|常务)';
const DEPUTY = /副|分管|主管|常务/;
const GENERAL =
  /^(?:[本该]?[局厅委办处署]|[\p{sc=Han}]{0,4}局)?(?:负责人|领导)(?:审批|审签|批示|审定|签批)?(?:意见)?$/u;
/** The row of a part of the agency: 承办机构, 城东所, 股室, 部门负责人, 大队. */
const UNIT_ROW =
  /(?:^|[\n\t 　])(?!法制|法规|审核)(?:[\p{sc=Han}]{0,8}(?:机构|部门|科室|股室|中队|大队|支队|处室)|[\p{sc=Han}]{0,5}[所科股])(?:负责人|领导)?(?:意见|审核|审查|审核意见|审查意见|初审)?[ 　]*[\t:：|]/gu;
/** Beside a name: as much as a title and a bracket take. */
const BESIDE = 12;

/** 局长 王示, 王示（局长）: some paper calls this signer the head of the agency, and none a deputy. */
export function isNamedHead(name: string, dossier: readonly Paper[]): boolean {
  const own = new RegExp(
    `${OTHERS}${TITLE}[ 　\\t:：|，,]{0,3}${name}|${name}[ 　]?(?:[（(]|[ 　\\t])[ 　]?(?:本?局)?${TITLE}(?!助理|办公|授权|委托)`,
  );
  return !isCalledDeputy(name, dossier) && dossier.some(({ text }) => own.test(text));
}

/**
 * 局负责人, 局领导 below the row of a part of the agency: the agency's head gives the last word, unless a paper calls
 * the signer a deputy. 大队负责人 is the head where the brigade itself decides.
 */
export function isHeadByForm(
  { label, name, start, words }: { label: string; name: string; start: number; words: string },
  { text }: Paper,
  dossier: readonly Paper[],
): boolean {
  if (
    DEPUTY.test(label + words) ||
    /代[签批]|受[^，。\n]{0,6}委托/.test(words) ||
    isCalledDeputy(name, dossier)
  )
    return false;
  const brigade = /^(?<unit>[大支总]队)(?:负责人|领导|长)/.exec(label)?.groups?.unit;
  if (brigade) return organOf(dossier)?.endsWith(brigade) === true;
  return GENERAL.test(label) && [...text.slice(0, start).matchAll(UNIT_ROW)].length > 0;
}

function isCalledDeputy(name: string, dossier: readonly Paper[]): boolean {
  return dossier.some(({ text }) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const before = /[^\n。；;、]*$/.exec(text.slice(Math.max(0, at - BESIDE), at))![0];
      const behind = /^[ 　]?[（(][^（）()\n]{0,10}/.exec(text.slice(at + name.length))?.[0] ?? '';
      if (DEPUTY.test(before + behind)) return true;
    }
    return false;
  });
}

function organOf(dossier: readonly Paper[]): string | undefined {
  const decision = dossier.find(({ kind, sameAs }) => kind === 'decision' && !sameAs);
  return decision && signatureIn(plainView(decision.text)).organ?.name;
}
