import { PENALTY_TYPES } from '../law/penalties.ts';
import type { DocumentForm } from './draft.ts';
import { findGaps } from './find-gaps.ts';

const TYPES = Object.values(PENALTY_TYPES).slice(0, -1).join('|');
const DAY = /\d{4}年\d{1,2}月\d{1,2}日/;

/**
 * The six elements that a penalty decision must state (行政处罚法 59(1)), looked for in the text as it stands,
 * so that an edit which drops one is seen. An element whose place still holds a gap is not present.
 */
export function checkElements(text: string, form: DocumentForm): { name: string; present: boolean }[] {
  const lines = text.split('\n').map((line) => line.trim());
  const clean = lines.filter((line) => findGaps(line).length === 0);
  const whole = clean.join('\n');
  const party = lines.filter((line) => /^(当事人|住所|住址|地址|经营场所)[：:]/.test(line));
  const elements = [
    {
      name: '当事人的姓名或者名称、地址',
      present:
        party.some((line) => /^当事人[：:]\S/.test(line)) &&
        party.some((line) => /^(住所|住址|地址|经营场所)[：:]\S/.test(line)) &&
        party.every((line) => findGaps(line).length === 0),
    },
    {
      name: '违反法律、法规、规章的事实和证据',
      present: /(违法事实|经查|查明)/.test(whole) && /证据/.test(whole) && /违反了?《[^》]+》/.test(whole),
    },
    {
      name: '行政处罚的种类和依据',
      present:
        /(依据|依照|根据)《[^》]+》第[^。\n]*决定/.test(whole) &&
        new RegExp(form === 'decision' ? TYPES : '不予行政处罚').test(whole),
    },
    {
      name: '行政处罚的履行方式和期限',
      present: /收到本决定书之日起[^。\n]{0,80}(缴纳|履行)/.test(whole),
    },
    {
      name: '申请行政复议、提起行政诉讼的途径和期限',
      present:
        /行政复议/.test(whole) &&
        /(六十|60)\s*日/.test(whole) &&
        /人民法院/.test(whole) &&
        /(六|6)\s*个月/.test(whole),
    },
    {
      name: '作出行政处罚决定的行政机关名称和作出决定的日期',
      present: signed(lines),
    },
  ];
  return form === 'decision' ? elements : elements.filter((_, index) => index !== 3);
}

/** The agency of the title stands again near the end, followed by a day. */
function signed(lines: string[]): boolean {
  const agency = lines[0] ?? '';
  const end = lines.filter((line) => line !== '').slice(-4);
  const at = end.indexOf(agency);
  return agency !== '' && at >= 0 && end.slice(at + 1).some((line) => DAY.test(line));
}
