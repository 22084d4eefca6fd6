import type { CaseFile } from '../../../cases/case-file.ts';
import { placeInArea } from '../../../law/place-in-area.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, type Context, isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { judgedDay } from '../../steps/decision-day.ts';

type Document = NonNullable<CaseFile['jurisdictionDocuments']>[number];

export const territorialJurisdiction = rule({
  id: 'C6-01',
  criterion: 6,
  question: '违法行为发生地是否在本机关的管辖区域内？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('22', '行为发生在哪里，由哪里的机关管辖；法律、行政法规和部门规章可以另作规定。'),
    formerPenaltyLaw('20', '行为发生在哪里，由哪里的机关管辖；法律、行政法规可以另作规定。'),
  ],
  reading:
    '区域由大到小写；行为地只写到上级区域，或者没有写到本区域这一级的，不能断定在不在本区域内；一方省略省、市而区县同名的，视为同一区县。决定前指定管辖并写明该地区的，以指定为准；规范另定管辖的，须是法律、行政法规或者部门规章，由人核对；协助、协商不改变地域管辖。',
  about: ({ file }) => {
    const place = file.violation.region;
    const area = file.agency.region;
    const paths = ['violation.region', 'agency.region', 'agency.level'];
    const missing = [...(place ? [] : ['违法行为发生地']), ...(area ? [] : ['本机关的管辖区域'])];
    if (!place || !area) return unclear(`需要核对${missing.join('和')}，案卷没有载明。`, missing, paths);
    return { place, area, paths };
  },
  decide: ({ place, area, paths }, context) => {
    const { file } = context;
    if (file.agency.level === 'national') return met('本机关管辖全国。', paths);
    const lies = placeInArea(place, area);
    if (lies === 'within') return met(`违法行为发生在${place}，在本机关管辖的${area}内。`, paths);
    return lies === 'open'
      ? unclear(`违法行为发生地只写到${place}，是否在${area}内不清楚。`, ['违法行为发生的具体地区'], paths)
      : elsewhere(`违法行为发生在${place}，本机关管辖${area}`, place, paths, context);
  },
});

/** An act outside the area: a designation for it, or a norm that gives another link, may still bring it here. */
function elsewhere(found: string, place: string, paths: string[], { file, today }: Context): Answer {
  const on = judgedDay(file, today);
  if (isAnswer(on)) return on;
  const grounds = (file.jurisdictionDocuments ?? []).flatMap((document, index) =>
    document.kind === 'norm' || (document.kind === 'designation' && !missesPlace(document, place, on))
      ? [{ document, path: `jurisdictionDocuments.${index}` }]
      : [],
  );
  const designated = grounds.find(
    ({ document: { kind, region, date } }) => kind !== 'norm' && region && date,
  );
  if (designated) {
    const { document, path } = designated;
    return met(`${found}，有${document.document}。`, [
      ...paths,
      ...['kind', 'region', 'date'].map((key) => `${path}.${key}`),
    ]);
  }
  if (grounds.length === 0) {
    return notMet(`${found}，案卷没有其他管辖依据。`, [...paths, 'jurisdictionDocuments']);
  }
  const facts = grounds.map(({ document: { kind, document } }) =>
    kind === 'norm' ? `${document}是否为法律、行政法规或者部门规章` : `${document}指定管辖的地区和日期`,
  );
  return unclear(`${found}，${facts.join('、')}需要人核对。`, facts, [
    ...paths,
    ...grounds.map(({ path }) => path),
  ]);
}

function missesPlace({ region, date }: Document, place: string, on: string): boolean {
  return (
    (region !== undefined && placeInArea(place, region) !== 'within') || (date !== undefined && date > on)
  );
}
