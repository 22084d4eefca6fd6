import type { CaseFile } from '../../cases/case-file.ts';
import { departureOf } from '../../discretion/evenness/departure-of.ts';
import { outsideStatute } from '../../discretion/evenness/outside-statute.ts';
import { reasonOf } from '../../discretion/evenness/reason-of.ts';
import { fineOf } from '../../discretion/place-amount.ts';
import { quotedTierLabel } from '../../discretion/tier-label.ts';
import type { TierResult } from '../../discretion/tier-result.ts';
import { citationText } from '../../law/citation.ts';
import { yuan } from '../../law/money.ts';
import { GRADES } from '../../law/penalties.ts';
import { gap, type Paragraph, paragraph, type Sentence, say } from '../draft.ts';

/** A paragraph of reasons that a model wrote and our checks let pass; shown as the model's. */
export interface AiReasons {
  text: string;
  model: string;
  promptVersion: string;
}

const GROUNDS: Record<string, string> = {
  'removed-harm': '主动消除或者减轻违法行为危害后果',
  coerced: '受他人胁迫或者诱骗实施违法行为',
  'confessed-unknown': '主动供述行政机关尚未掌握的违法行为',
  meritorious: '配合行政机关查处违法行为有立功表现',
  'minor-age': '未成年人违法',
  mental: '精神病人、智力残疾人违法',
  'other-law': '法律、法规、规章规定的其他从轻或者减轻情节',
  heavier: '法定从重情节',
};

/** 性质 and 裁量: the norm breached, the circumstances, the tier that the engine found, and the reasons of people. */
export function natureAndDiscretion(
  file: CaseFile,
  tier: TierResult | undefined,
  aiReasons: AiReasons | undefined,
): Paragraph[] {
  const breached = file.provisions?.breached ?? [];
  const norms =
    breached.length > 0
      ? breached.map((entry) => citationText(entry)).join('、')
      : gap('违反的法律、法规、规章条款');
  return [
    paragraph(
      'body',
      say(
        `当事人的上述行为，违反了${norms}的规定，构成${file.violation.name}的违法行为。`,
        [...(breached.length > 0 ? ['provisions.breached'] : []), 'violation.name'],
        breached.map((entry) => citationText(entry)),
      ),
    ),
    ...discretion(file, tier, aiReasons),
  ];
}

function discretion(
  file: CaseFile,
  tier: TierResult | undefined,
  aiReasons: AiReasons | undefined,
): Paragraph[] {
  const sentences = [...circumstances(file), benchmark(tier)].filter((entry) => entry !== undefined);
  const reasons = file.proposal?.reasons ?? file.decision?.discretionReasons;
  const path = file.proposal?.reasons ? 'proposal.reasons' : 'decision.discretionReasons';
  if (reasons) sentences.push(say(reasons.replace(/。?$/, '。'), [path]));
  const grade = file.decision?.grade ?? file.proposal?.grade;
  sentences.push(...deviation(file, tier));
  if (grade && grade !== 'no-penalty') {
    const gradePath = file.decision?.grade ? 'decision.grade' : 'proposal.grade';
    sentences.push(say(`综合全案情况，本机关决定对当事人给予${GRADES[grade]}。`, [gradePath]));
  }
  const model: Sentence | undefined = aiReasons && {
    text: aiReasons.text.trim(),
    from: [],
    by: 'model',
    model: `${aiReasons.model}（${aiReasons.promptVersion}）`,
  };
  const nothing = sentences.length === 0 && !model;
  return [
    paragraph('body', ...(nothing ? [say(gap('裁量的情节和理由'))] : sentences)),
    ...(model ? [paragraph('body', model)] : []),
  ].filter((entry) => entry.sentences.length > 0);
}

/** Why the fine leaves the tier. A reason given for another fine has lapsed; where one is needed, a gap says so. */
function deviation(file: CaseFile, tier: TierResult | undefined): Sentence[] {
  const departs = tier && departureOf(file, tier);
  // No reason carries a fine that the statute does not allow.
  if (departs && outsideStatute(tier)) return [say(gap('法定幅度以内的罚款数额'))];
  const given = reasonOf(file, fineOf(file));
  if (given.state === 'stands') {
    const evidence = (file.proposal?.deviation?.evidence ?? []).flatMap((id) => {
      const index = file.evidence?.findIndex((one) => one.id === id) ?? -1;
      const name = file.evidence?.[index]?.name;
      return name ? [{ name, path: `evidence.${index}` }] : [];
    });
    const shown = evidence.length > 0 ? `，有${evidence.map(({ name }) => name).join('、')}证明` : '';
    return [
      ...(given.facts
        ? [
            say(`本案有以下特殊事实：${given.facts.replace(/。$/, '')}${shown}。`, [
              'proposal.deviation.facts',
              ...evidence.map(({ path }) => path),
            ]),
          ]
        : []),
      say(`本案偏离裁量基准，理由是：${given.reason.replace(/。$/, '')}。`, ['proposal.deviation.reason']),
    ];
  }
  return departs ? [say(`本案偏离裁量基准，理由是：${gap('偏离裁量基准的理由')}。`)] : [];
}

function circumstances(file: CaseFile): Sentence[] {
  const { circumstances } = file;
  const grounds = (circumstances?.grounds ?? []).flatMap((ground, index) => {
    if (ground.state !== 'accepted') return [];
    const reason = ground.reason ? `（${ground.reason.replace(/。$/, '')}）` : '';
    const basis = ground.basis ? `，适用${citationText(ground.basis)}` : '';
    return [
      say(
        `经查，当事人具有${GROUNDS[ground.kind]}的情节${reason}${basis}。`,
        [`circumstances.grounds.${index}`],
        ground.basis ? [citationText(ground.basis)] : [],
      ),
    ];
  });
  if (grounds.length === 0 && circumstances?.noGrounds) {
    return [say('经查，当事人没有从轻、减轻或者从重处罚的情节。', ['circumstances.noGrounds'])];
  }
  return grounds;
}

/** Only what the engine settled is named: a tier, or a sum by weights or units; a table that is an example says so. */
function benchmark(tier: TierResult | undefined): Sentence | undefined {
  if (!tier?.benchmark) return undefined;
  const { benchmark } = tier;
  const title = `《${benchmark.name.replace(/^《|》$/g, '')}》${benchmark.number ? `（${benchmark.number}）` : ''}`;
  if (!tier.tier) return reckoned(tier, title, benchmark.name);
  const conditions = tier.tier.conditions.replace(/。$/, '');
  const single = tier.range && tier.range.min === tier.range.max;
  const span = tier.range ? `，罚款${single ? '' : '幅度'}为${tier.range.text.replaceAll(' ', '')}` : '';
  return say(
    `对照${title}“${tier.item?.violation ?? ''}”一项，本案情节（${conditions}）属于${quotedTierLabel(tier.tier.name)}${span}。`,
    ['circumstances.factors'],
    [benchmark.name],
  );
}

/** A table that adds weights or units: the degree of every factor, or the units, and what they come to. */
function reckoned({ settled, weighing, item, range }: TierResult, title: string, name: string) {
  if (!range || (settled !== 'weights' && settled !== 'per-unit')) return undefined;
  const degrees = (weighing?.parts ?? []).map(
    ({ factor, degree, percent }) => `${factor}为“${degree}”，${percent}%`,
  );
  const start = weighing?.start ? `裁量起点 ${weighing.start.percent}%；` : '';
  const how =
    settled === 'weights'
      ? `按权重累加（${start}${degrees.join('；')}），百分值总和为 ${weighing?.sum}%`
      : '按基础数额和单位数额计算';
  const single = range.max !== undefined && range.min === range.max;
  const sum = single ? `为${yuan(range.max as number)}` : `幅度为${range.text}`;
  return say(
    `对照${title}“${item?.violation ?? ''}”一项，${how}，罚款${sum.replaceAll(' ', '')}。`,
    ['circumstances.factors'],
    [name],
  );
}
