import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { type Decision, penaltyDecision } from '../../steps/penalty-decision.ts';

/** C3-30 当场处罚决定书的要素、交付与备案. */
export const onTheSpotDecision = rule({
  id: 'C3-30',
  criterion: 3,
  question: '当场处罚决定书是否要素齐全、由执法人员签名或者盖章、当场交付并报所属机关备案？',
  severity: 'minor',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(52, '填写有编号的格式决定书并当场交付，拒绝签收的注明', { paragraph: 1 }),
    penaltyLaw(52, '决定书载明的内容，由执法人员签名或者盖章', { paragraph: 2 }),
    penaltyLaw(52, '报所属行政机关备案', { paragraph: 3 }),
    formerPenaltyLaw(34, '格式决定书的编号、内容、签名、当场交付与备案'),
  ],
  reading:
    '本条要求执法人员签名或者盖章，不要求机关印章；备案没有法定天数；救济途径和期限是2021年修订增加的要求，此前的决定不查。',
  about: ({ file }) => {
    if (file.procedure !== 'summary') return notApplicable('本案适用普通程序。', ['procedure']);
    return beforeDecision(file) ? notApplicable('尚未当场作出处罚决定。') : penaltyDecision(file);
  },
  decide: (decision, { file, today }) => {
    const revised = (decision.date ?? today) >= REVISED_ON;
    return combine(
      [contents(decision, revised), signed(decision, file), delivered(decision, file), filed(decision)],
      unclear('无法核对当场处罚决定书。', ['当场处罚决定书']),
    );
  },
});

function contents({ remedies, penalties, ...decision }: Decision, revised: boolean): Answer {
  const fines = penalties?.filter(({ type }) => type === 'fine');
  const facts: [name: string, value: unknown, key: string][] = [
    ['编号', decision.number, 'number'],
    ['违法行为', decision.factsStated, 'factsStated'],
    ['处罚种类和罚款数额', fines?.every(({ amount }) => amount !== undefined) || undefined, 'penalties'],
    ['处罚依据', decision.basisStated, 'basisStated'],
    ['时间', decision.timeStated, 'timeStated'],
    ['地点', decision.placeStated, 'placeStated'],
    ['行政机关名称', decision.organName, 'organName'],
  ];
  if (revised) {
    facts.push(
      ['复议机关', remedies?.reconsiderationBody, 'remedies.reconsiderationBody'],
      ['复议期限', remedies?.reconsiderationDays, 'remedies.reconsiderationDays'],
      ['诉讼法院', remedies?.court, 'remedies.court'],
      ['诉讼期限', remedies?.litigationMonths, 'remedies.litigationMonths'],
    );
  }
  const pick = (wanted: unknown) => facts.filter(([, value]) => value === wanted);
  const names = (list: typeof facts) => list.map(([name]) => name);
  const lacking = pick(false);
  if (lacking.length > 0) {
    return notMet(
      `当场处罚决定书应载明${names(lacking).join('、')}，没有载明。`,
      lacking.map(([, , key]) => `decision.${key}`),
    );
  }
  const unknown = names(pick(undefined));
  return unknown.length > 0
    ? unclear(
        `当场处罚决定书有没有载明${unknown.join('、')}，案卷未载明。`,
        unknown.map((name) => `决定书的${name}`),
        ['decision'],
      )
    : met(
        '当场处罚决定书要素齐全。',
        facts.map(([, , key]) => `decision.${key}`),
      );
}

/** 执法人员（签名）： and nothing behind it. */
const PLACE_EMPTY =
  /(?:执法人员|承办人|办案人员|处罚人员)[ 　]*(?:[（(][^（）()\n]{0,8}(?:签|章)[^（）()\n]{0,6}[)）]|签[名字章])[ 　]*[:：][ 　_＿]*(?:\n|$)/;

/** 执法人员 who imposed the penalty sign, each of them (行政处罚法 42 asks for two at least). */
function signed({ officersSigned }: Decision, file: CaseFile): Answer {
  const paths = ['decision.officersSigned'];
  const empty = (file.papers ?? []).findIndex(
    ({ kind, text }) => kind === 'decision' && PLACE_EMPTY.test(text ?? ''),
  );
  if (!officersSigned && empty >= 0) {
    return notMet('当场处罚决定书应由执法人员签名或者盖章，签名处是空的。', [
      ...paths,
      `papers.${empty}.text`,
    ]);
  }
  if (!officersSigned) {
    return unclear('当场处罚决定书有没有执法人员签名或者盖章，案卷未载明。', ['执法人员签名'], ['decision']);
  }
  if (officersSigned.length === 0) {
    return notMet('当场处罚决定书应由执法人员签名或者盖章，没有签名。', paths);
  }
  if (officersSigned.length === 1) {
    const [id] = officersSigned;
    const only = file.officers?.find((one) => one.id === id)?.name ?? id;
    return notMet(`执法人员不少于两人，当场处罚决定书只有${only}一人签名。`, paths);
  }
  const handlers = file.handlers ?? [];
  const unsigned = handlers.filter((id) => !officersSigned.includes(id));
  const names = unsigned.map((id) => file.officers?.find((one) => one.id === id)?.name ?? id);
  return unsigned.length > 0
    ? notMet(`当场处罚决定书应由执法人员签名或者盖章，没有${names.join('、')}的签名。`, [
        ...paths,
        'handlers',
      ])
    : met('决定书由执法人员签名或者盖章。', [...paths, 'handlers']);
}

function delivered({ handedOver, refusalNoted }: Decision, { services }: CaseFile): Answer {
  if (handedOver) return met('决定书当场交付。', ['decision.handedOver']);
  if (refusalNoted) return met('当事人拒绝签收，决定书已注明。', ['decision.refusalNoted']);
  if (handedOver === false && refusalNoted === false) {
    return notMet('当场处罚决定书应当场交付，没有交付，也没有注明拒绝签收。', [
      'decision.handedOver',
      'decision.refusalNoted',
    ]);
  }
  const index = (services ?? []).findIndex((one) => one.of === 'decision' && one.method === 'on-the-spot');
  if (handedOver === undefined && index >= 0) {
    return met('送达回证载明决定书当场交付。', [`services.${index}.method`]);
  }
  return unclear('当场处罚决定书有没有当场交付，案卷未载明。', ['决定书的当场交付'], ['decision']);
}

function filed({ filedWithAgencyOn, date }: Decision): Answer {
  if (!filedWithAgencyOn) {
    return unclear('当场处罚决定有没有报所属机关备案，案卷未载明。', ['备案日期'], ['decision']);
  }
  const paths = ['decision.filedWithAgencyOn', ...(date ? ['decision.date'] : [])];
  return date && filedWithAgencyOn < date
    ? unclear(
        `备案日期${chineseDay(filedWithAgencyOn)}早于决定日期${chineseDay(date)}，日期有误。`,
        ['备案日期'],
        paths,
      )
    : met(`已于${chineseDay(filedWithAgencyOn)}报所属机关备案。`, paths);
}
