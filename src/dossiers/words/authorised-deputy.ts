import type { Paper } from '../paper.ts';

const DEPUTY = /副(?:[局厅处所站队署院关区县镇乡]长|主任|支队长|大队长|总队长)|分管/;
const AUTHORISED =
  /(?<![未无没需待](?:经|有|获|获得|得到)?|应当|是否|补办)(?:授权|受(?:[局厅主]长|主任|(?:机关)?主要(?:负责人|领导)|机关负责人|局领导)[^，。；\n]{0,4}委托)(?!委托|书|人|材料|代理|签字人)/;
/** Around a signature: what stands in the same cell or sentence before it and behind it. */
const BESIDE = 28;

/** Words around a signature make the signer a deputy of the head with the head's authority: 副局长（经局长授权）. */
export const saysAuthorised = (words: string): boolean => DEPUTY.test(words) && AUTHORISED.test(words);

/** Whether some paper of the dossier says so of this signer, beside the name. */
export function isAuthorisedDeputy(name: string, dossier: readonly Paper[]): boolean {
  return dossier.some(({ text }) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const before = /[^\n。；;\d]*$/.exec(text.slice(Math.max(0, at - BESIDE), at))![0];
      const end = at + name.length;
      const behind = /^[^\n\t。；;\d]*/.exec(text.slice(end, end + BESIDE))![0];
      if (saysAuthorised(before) || saysAuthorised(behind) || saysAuthorised(`${before}${behind}`))
        return true;
    }
    return false;
  });
}
