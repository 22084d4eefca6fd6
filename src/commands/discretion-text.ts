import type { CaseFile } from '../cases/case-file.ts';
import { departureOf } from '../discretion/evenness/departure-of.ts';
import { outsideStatute } from '../discretion/evenness/outside-statute.ts';
import { reasonOf } from '../discretion/evenness/reason-of.ts';
import type { LikeCase } from '../discretion/like-cases.ts';
import { tierLabel } from '../discretion/tier-label.ts';
import type { TierResult } from '../discretion/tier-result.ts';

/** What `discretion` tells people: the steps, where the proposed fine stands, and what is open. */
export function discretionText(file: CaseFile, tier: TierResult, likes: readonly LikeCase[]): string {
  return [
    ...tier.steps.map((step) => `${step.step}：${step.value}${step.basis ? `（${step.basis}）` : ''}`),
    ...fineLines(file, tier),
    ...tier.conflicts.map((conflict) => `冲突：${conflict.text}`),
    ...tier.missing.map((fact) => `待查明：${fact.question}`),
    ...tier.whatWouldChange.map(
      (change) => `若${change.change}，为${tierLabel(change.tier)}${change.range ? `，${change.range}` : ''}`,
    ),
    likes.length > 0 ? `类案：${likes.length} 件，以 --json 逐件列出。` : '类案：没有可以比较的。',
    '金额由人在幅度内确定。',
  ].join('\n');
}

function fineLines(file: CaseFile, tier: TierResult): string[] {
  const { position, amount } = tier;
  if (!position) return [];
  const place = `拟处罚款：${position.text}`;
  const unlawful = outsideStatute(tier);
  if (unlawful) return [place, `注意：${unlawful}`];
  if (!departureOf(file, tier)) return [place];
  return [
    place,
    reasonOf(file, amount).state === 'stands'
      ? '注意：罚款不在裁量基准的幅度以内，案件已载明偏离的理由。'
      : '注意：罚款不在裁量基准的幅度以内，须说明偏离的理由，或者调整数额。',
  ];
}
