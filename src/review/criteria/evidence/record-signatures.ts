import type { Act, CaseFile } from '../../../cases/case-file.ts';
import { type Answer, notMet, unclear } from '../../rules/rule.ts';
import { lacksRefusalNote } from '../../steps/lacks-refusal-note.ts';

/**
 * Whether a record of an act is signed by each officer who took part and by the person before them, or the
 * missing signature is explained. Auxiliary staff (辅助人员) are no officers and need not sign. `undefined` when all
 * is in order; otherwise the fault or the missing fact.
 */
export function recordSignatures(
  act: Act,
  path: string,
  name: string,
  { officers, papers }: CaseFile,
): Answer | undefined {
  const paths = [`${path}.officers`, `${path}.officersSigned`, `${path}.partySigned`, `${path}.refusalNoted`];
  if (!act.officers?.length)
    return unclear(`${name}由哪些执法人员制作没有写明。`, [`${name}的执法人员`], paths);
  if (!act.officersSigned)
    return unclear(`${name}有无执法人员签名没有写明。`, [`${name}的执法人员签名`], paths);
  const auxiliary = new Set(officers?.filter((officer) => officer.auxiliary).map(({ id }) => id));
  const unsigned = act.officers.filter((id) => !act.officersSigned?.includes(id) && !auxiliary.has(id));
  if (unsigned.length > 0) return notMet(`${name}有 ${unsigned.length} 名执法人员没有签名。`, paths);
  if (act.partySigned || act.refusalNoted) return undefined;
  if (act.partySigned === undefined)
    return unclear(`${name}有无对方签名没有写明。`, [`${name}的对方签名`], paths);
  const text = papers?.find(({ id }) => id === act.paper)?.text;
  return act.refusalNoted === false || lacksRefusalNote(text)
    ? notMet(`${name}没有对方签名，也没有注明原因。`, paths)
    : unclear(`${name}没有对方签名，是否注明原因没有写明。`, [`${name}未签名的原因`], paths);
}

/** The paths a signed record rests on. */
export function signaturePaths(act: Act, path: string): string[] {
  const proof = act.partySigned ? 'partySigned' : 'refusalNoted';
  return [`${path}.officers`, `${path}.officersSigned`, `${path}.${proof}`];
}
