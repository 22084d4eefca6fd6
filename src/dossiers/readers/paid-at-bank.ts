import { type Reader, stated } from '../reader.ts';
import { matchesIn } from '../words/match-in.ts';
import { plainView } from '../words/plain-view.ts';

const BANK =
  /(?:(?:收款|代收|缴款|经办|经收|受理)(?:银行|单位|机构|网点|行)?|开户行)(?:\([^()]*\))?[:\t|]+(?<bank>[^\n\t:;,。]{0,24}?(?:银行|信用(?:合作)?社|农商行)[^\n\t:;,。(]{0,16})/;
/** 当场收缴 as what was done, and no box left empty, rule or refusal. */
const ON_THE_SPOT = /(?<![□☐]|不|未|可以|应当|没有|是否|不得|不能)当场(?:收缴|缴纳|缴清|收取)/;

/** A receipt of the bank that took the fine: the officers did not, unless another paper of the dossier says so. */
export const paidAtBank: Reader = (paper, dossier) => {
  if (paper.kind !== 'receipt') return [];
  const bank = matchesIn(plainView(paper.text), BANK)[0]?.part.bank;
  if (!bank || dossier.some(({ text }) => ON_THE_SPOT.test(text.replaceAll(/[□☐]\s+/g, '□')))) return [];
  return [stated('performance.onTheSpot.collected', false, bank)];
};
