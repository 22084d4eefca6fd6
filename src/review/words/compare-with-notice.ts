import type { CaseCitation, CaseFile } from '../../cases/case-file.ts';
import { citationText } from '../../law/citation.ts';
import { type Answer, met, notMet, unclear } from '../rules/rule.ts';
import { comparePenalties } from '../steps/compare-penalties.ts';
import type { ServedNotice } from '../steps/prior-notices.ts';
import { addedFacts } from './added-facts.ts';
import { changedFigures } from './changed-figures.ts';

/**
 * The decision beside one prior notice: penalties, breached provisions, penal provisions, facts. What the decision adds
 * or makes heavier is not met; what it only drops or lowers is to the party's advantage.
 */
export function compareWithNotice(notice: ServedNotice, file: CaseFile): Answer[] {
  return [
    penalties(notice, file),
    provisions('违反的条款', notice, 'breached', file),
    provisions('处罚依据的条款', notice, 'punishing', file),
    facts(notice, file),
  ];
}

function penalties({ notice, path }: ServedNotice, { decision }: CaseFile): Answer {
  if (!notice.penalties || !decision?.penalties) {
    const missing = [
      ...(notice.penalties ? [] : ['告知的拟处罚']),
      ...(decision?.penalties ? [] : ['决定的处罚']),
    ];
    return unclear(`比较处罚需要${missing.join('、')}，案卷未载明。`, missing, [path]);
  }
  const change = comparePenalties(notice.penalties, decision.penalties);
  const paths = [`${path}.penalties`, 'decision.penalties'];
  const how = change.how.join('，');
  if (change.heavier) return notMet(`决定与最后一次告知相比${how}，没有重新告知。`, paths);
  if (change.heavier === undefined)
    return unclear(`与告知相比${how}，轻重需要人判断。`, ['处罚轻重的判断'], paths);
  return met(change.changed ? `与告知相比${how}，对当事人有利。` : '处罚与告知一致。', paths);
}

function provisions(
  name: string,
  { notice, path }: ServedNotice,
  key: 'breached' | 'punishing',
  file: CaseFile,
): Answer {
  const told = notice[key];
  const decided = file.provisions?.[key];
  if (!told || !decided) {
    return unclear(`告知或者决定的${name}没有录入。`, [`告知书和决定书${name}`], [path]);
  }
  const paths = [`${path}.${key}`, `provisions.${key}`];
  const best = decided.map((one) => told.map((other) => sameAs(other, one)));
  const added = decided.filter((_one, index) => best[index]!.every((same) => same === false));
  if (added.length > 0) {
    return notMet(`决定的${name}${added.map(citationText).join('、')}没有告知。`, paths);
  }
  const open = decided.filter((_one, index) => !best[index]!.includes(true));
  return open.length > 0
    ? unclear(
        `告知与决定的${name}${open.map(citationText).join('、')}写到的款、项不同，是否一致需要人判断。`,
        [`${name}的款、项`],
        paths,
      )
    : met(`${name}与告知一致。`, paths);
}

/** `undefined`: the same article, but only one of the two names the paragraph or item. */
function sameAs(told: CaseCitation, decided: CaseCitation): boolean | undefined {
  if (told.law !== decided.law || told.article !== decided.article) return false;
  const parts = (['paragraph', 'item'] as const).map((part) =>
    told[part] === decided[part]
      ? true
      : told[part] === undefined || decided[part] === undefined
        ? undefined
        : false,
  );
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function facts({ notice, path }: ServedNotice, file: CaseFile): Answer {
  const { violation } = file;
  const added = addedFacts(file);
  if (added) {
    return notMet(`决定写“${added.quote}”，告知书没有告知这一事实，没有重新告知。`, [
      added.path,
      `${path}.facts`,
    ]);
  }
  const plain = (text = '') => text.replaceAll(/[\s，。、；：,;:]/g, '');
  // Where nobody entered the facts told, the notice's own text may hold the established ones word for word.
  const index = (file.papers ?? []).findIndex(({ id }) => id === notice.paper);
  if (
    !notice.facts &&
    violation.facts &&
    plain(file.papers?.[index]?.text).includes(plain(violation.facts))
  ) {
    return met('告知书写明了认定的事实。', [`papers.${index}.text`, 'violation.facts']);
  }
  const missing = [...(notice.facts ? [] : ['告知的事实']), ...(violation.facts ? [] : ['认定的事实'])];
  if (missing.length > 0) return unclear(`比较事实需要${missing.join('、')}，案卷未载明。`, missing, [path]);
  const paths = [`${path}.facts`, 'violation.facts'];
  const [told = '', found = ''] = [notice.facts, violation.facts];
  if (plainAccount(told) === plainAccount(found)) return met('认定的事实与告知一致。', paths);
  const changed = changedFigures(told, found);
  const differing = changed.map((one) => `${one.what}${one.found}，告知的是${one.told}`).join('；');
  if (changed.some(({ more }) => more)) {
    return notMet(`决定认定的${differing}，没有重新告知。`, paths);
  }
  return changed.length > 0
    ? unclear(`决定认定的${differing}，是否实质变更需要人判断。`, ['事实是否实质变更'], paths)
    : unclear('认定的事实与告知的文字不同，是否实质变更需要人判断。', ['事实是否实质变更'], paths);
}

/** The party is 你单位 in the notice and 当事人 in the decision. */
const plainAccount = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/你[(（]?(?:单位|公司|店|社|校|院|厂|行|户)?[)）]?|当事人|被处罚(?:人|单位)/g, '')
    .replaceAll(/[\s,.。、;:()]/g, '');
