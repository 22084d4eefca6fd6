import type { CaseFile } from '../../../cases/case-file.ts';
import { placeInArea } from '../../../law/place-in-area.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { actsOfCase, type PlacedAct } from '../officers/acts-of-case.ts';
import { actPlace } from './act-place.ts';

type Document = NonNullable<CaseFile['jurisdictionDocuments']>[number];

export const outOfArea = rule({
  id: 'C6-07',
  criterion: 6,
  question: '到管辖区域以外执法的，是否有协助、指定管辖或者规范依据？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(22, '由行为发生地的机关管辖；法律、行政法规和部门规章可以另作规定。'),
    penaltyLaw(26, '可以请有关机关协助，被请求机关在职权内协助。'),
    formerPenaltyLaw(20, '由行为发生地的机关管辖；法律、行政法规可以另作规定。'),
  ],
  otherBasis: [{ document: '国办发〔2024〕54号（文本待确认）', gist: '规范异地检查。' }],
  reading:
    '协助、指定管辖的文书须在执法之前取得，并写明所涉地区；规范依据不论日期。没有写明执法地区而地点与违法行为地相同、或者在本机关内的，按该地认定。',
  about: ({ file }) => actsOfCase(file),
  decide: (acts, { file }) => {
    const answers = acts.map((placed) => judge(placed, file));
    return answers.every(({ answer }) => answer === 'not-applicable')
      ? notApplicable(
          `${acts.length}次执法行为都在本机关的管辖区域内。`,
          answers.flatMap(({ paths }) => paths),
        )
      : combine(answers, answers[0]!);
  },
});

function judge(placed: PlacedAct, file: CaseFile): Answer {
  const { outside, region = '', paths } = actPlace(placed, file);
  if (outside === undefined) {
    const missing = file.agency.region ? `${placed.name}的实施地区` : '本机关的管辖区域';
    return unclear(`${placed.name}是否在管辖区域内不清楚。`, [missing], paths);
  }
  if (!outside) return notApplicable(`${placed.name}在本机关的管辖区域内。`, paths);
  const found = `${placed.name}在${region}实施，不在本机关管辖的${file.agency.region}内`;
  const documents = (file.jurisdictionDocuments ?? []).map((document, index) => ({
    state: covers(document, region, placed),
    document,
    path: `jurisdictionDocuments.${index}`,
  }));
  const good = documents.find(({ state }) => state === true);
  if (good) {
    const keys = good.document.kind === 'norm' ? ['kind'] : ['kind', 'region', 'date'];
    return met(`${found}，有${good.document.document}。`, [
      ...paths,
      ...keys.map((key) => `${good.path}.${key}`),
    ]);
  }
  const open = documents.filter(({ state }) => state === undefined);
  if (open.length > 0) {
    const names = open.map(({ document }) => document.document);
    return unclear(
      `${found}，${names.join('、')}是否覆盖该次执法不清楚。`,
      names.map((name) => `${name}的种类、日期和所涉地区`),
      [...paths, ...open.map(({ path }) => path)],
    );
  }
  return notMet(`${found}，没有协助、指定管辖或者规范依据。`, [...paths, 'jurisdictionDocuments']);
}

/** `undefined` where the document does not say enough. Who has jurisdiction by agreement may still not act elsewhere. */
function covers({ kind, region, date }: Document, where: string, { day }: PlacedAct): boolean | undefined {
  if (kind === undefined) return undefined;
  if (kind === 'norm') return true;
  if (kind === 'agreement') return false;
  const lies = region ? placeInArea(where, region) : undefined;
  if (region && lies !== 'within') return lies === 'open' ? undefined : false;
  if (date && day && date > day) return false;
  return region && date && day ? true : undefined;
}
