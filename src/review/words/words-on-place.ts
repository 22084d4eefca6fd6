import type { CaseFile } from '../../cases/case-file.ts';
import { type Divisions, divisionsOf } from '../../law/divisions-of.ts';
import { placeInArea } from '../../law/place-in-area.ts';
import { sameAddress } from '../steps/same-address.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const AT = /(?:^|\n|[,。;])(?:检查|勘验|抽样|取样|勘查|现场)?地点(?:为|:)(?<place>[^。;\n]{4,80})/;
/** 测量标志及施工场地均位于澜水县行政区域内; 违法行为发生地为澜水县…. */
const LIES =
  /(?:行为|案件?|事故|现场|场[所地]|地块|标志|厂区|店铺|门店|工地|水域|林地|矿区|排污口|项目|仓库|违法)[^,。;\n]{0,8}(?:发生(?:地|在|于)?|位于|坐落(?:于|在)?|地处)(?:点|为|是|:|在|于)*(?<place>[^,。;\n]{2,40})/g;
const WITHIN = /^[^,。;()]{2,16}?(?:县|区|市|旗)(?:行政区域|行政区划|境|辖区|管辖范围|地界)/;
const KINDS = ['inspection', 'sampling', 'preservation', 'seizure'];
const TELLING = ['inspection-record', 'closing-report', 'review-opinion', 'prior-notice', 'decision'];

/**
 * Places outside the agency's area as the papers tell them, where the notes have them inside: of an act by its own record,
 * of the violation by that of the inspection held where it was noted, and by what is said outright of it.
 */
export function wordsOnPlace(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { agency, violation, acts = [], papers = [] } = file;
  const area = agency.region;
  const noted = violation.region;
  if (!area || !noted || placeInArea(noted, area) !== 'within') return [];
  const ofActs = acts.flatMap(({ kind, place, region, paper }, index): OtherWords[] => {
    const own = kind && KINDS.includes(kind) ? paperOf(paper) : undefined;
    const said = own && AT.exec(own.text)?.groups?.place;
    const away = said ? outside(said, area) : undefined;
    if (!own || !said || !away || (region && placeInArea(region, area) !== 'within')) return [];
    if (place && outside(place, area)) return [];
    const there =
      kind === 'inspection' && (!violation.place || !place || sameAddress(place, violation.place));
    return [
      deniedWords(`acts.${index}.region`, region, away, own, said),
      ...(there ? [deniedWords('violation.region', noted, away, own, said)] : []),
    ];
  });
  const outright = papers.flatMap(({ id, kind }): OtherWords[] => {
    const own = TELLING.includes(kind) ? paperOf(id) : undefined;
    const said = [...(own?.text.matchAll(LIES) ?? [])].flatMap(({ groups }) => {
      const words = groups?.place ?? '';
      const away = outside(words, area);
      return away ? [{ words, away }] : [];
    });
    const [first] = said;
    return own && first && !own.text.includes('指定管辖')
      ? [deniedWords('violation.region', noted, first.away, own, first.words)]
      : [];
  });
  const seen = new Set<string>();
  return [...ofActs, ...outright].filter(({ path }) => !seen.has(path) && seen.add(path));
}

/** The divisions with which a place begins, where they lie outside of the area; nothing for a name that may be none. */
function outside(place: string, area: string): string | undefined {
  const own = divisionsOf(area);
  const found = divisionsOf(place);
  if (!sure(found, place) || placeInArea(place, area) !== 'elsewhere') return undefined;
  const { province = own.province ?? '', city, county } = found;
  // 示例市 alone may be the city in which the area lies, or a county of its own.
  if (!county && city && [own.city, own.county].includes(city)) return undefined;
  return `${province}${city ?? (county && !found.province ? (own.city ?? '') : '')}${county ?? ''}`;
}

/** 仓库二区 is no district: a district has its city before it or is told to be one. */
function sure({ province, city, county }: Divisions, place: string): boolean {
  if (!county) return Boolean(province && city);
  return /县$|旗$/.test(county) || Boolean(city ?? province) || WITHIN.test(place);
}
