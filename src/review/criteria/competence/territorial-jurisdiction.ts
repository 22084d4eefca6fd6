import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rule.ts';

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
    '区域由大到小写；行为地只写到上级区域的，不能断定在本区域内。案卷文件不记指定管辖和另有规定的连接点，有的请人工确认。',
  about: ({ file }) => {
    const place = file.violation.region;
    const area = file.agency.region;
    const paths = ['violation.region', 'agency.region', 'agency.level'];
    const missing = [...(place ? [] : ['违法行为发生地']), ...(area ? [] : ['本机关的管辖区域'])];
    if (!place || !area) return unclear(`需要核对${missing.join('和')}，案卷没有载明。`, missing, paths);
    return { place, area, paths };
  },
  decide: ({ place, area, paths }, { file }) => {
    if (file.agency.level === 'national') return met('本机关管辖全国。', paths);
    if (place.startsWith(area)) return met(`违法行为发生在${place}，在本机关管辖的${area}内。`, paths);
    return area.startsWith(place)
      ? unclear(`违法行为发生地只写到${place}，是否在${area}内不清楚。`, ['违法行为发生的具体地区'], paths)
      : notMet(`违法行为发生在${place}，本机关管辖${area}，案卷没有其他管辖依据。`, paths);
  },
});
