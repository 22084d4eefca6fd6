import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import { plainName } from '../steps/agency-names.ts';

const AGENCY = String.raw`(?<agency>[\u4e00-\u9fa5]{3,30}?(?:局|委员会|支队|大队|总队|人民政府|监督所))`;
/** 2025年4月1日某局已就同一行为立案, 该行为已由某局于4月1日立案查处. */
const FILED = new RegExp(
  `${AGENCY}(?:已经?|业已|此前|先行|于|在){0,3}[^。;\\n]{0,24}?(?:就|对)(?:当事人|你(?:单位|店|公司)|本(?:工地|项目|店|单位|公司))?(?:的)?(?:同一|上述|该|本案)[^。;\\n]{0,26}?立案|(?:同一|上述|该|本案)(?:违法)?(?:行为|事实)[^。;\\n]{0,8}?(?:已经?|业已|先)由${AGENCY.replace('agency', 'other')}[^。;\\n]{0,20}?立案`,
);
const NOT = /没有|未|尚无|不存在/;
const SETTLED = /移送|移交|指定|协商|撤销/;
/** 双方没有协商，也没有报请指定管辖. */
const UNSETTLED = /(?:没有|未)(?:经|进行|报请)?(?:过)?(?:协商|指定(?:管辖)?)/g;

/** Another agency that, as a paper says, filed the same act, with the day; an agency of the same name is this one. */
export function otherFilingTold({
  agency,
  papers = [],
}: CaseFile): { agency: string; filedOn: Day; path: string } | undefined {
  for (const [index, { text }] of papers.entries()) {
    for (const clause of text
      ?.normalize('NFKC')
      .replaceAll(/[ \t]/g, '')
      .split(/[。;\n]/) ?? []) {
      const match = FILED.exec(clause);
      const name = (match?.groups?.agency ?? match?.groups?.other)?.replace(/^.*[日由,、]/, '');
      if (!match || !name || plainName(agency.name).endsWith(plainName(name))) continue;
      const until = match.index + match[0].length;
      const left = clause.slice(until).replaceAll(UNSETTLED, '');
      if (NOT.test(clause.slice(0, until)) || SETTLED.test(clause.slice(0, until) + left)) continue;
      const day = daysIn(clause).findLast(({ end }) => end <= until);
      if (day && /局|委|队|政府|所/.test(name)) {
        return { agency: name, filedOn: day.day, path: `papers.${index}.text` };
      }
    }
  }
  return undefined;
}
