import type { Child } from 'hono/jsx';
import { finesBesideTier, finesOfTier } from '../../../discretion/spans/range-of-tier.ts';
import { tierLabel } from '../../../discretion/tier-label.ts';
import type { PenaltyDue, TierResult } from '../../../discretion/tier-result.ts';
import { CitedText } from '../citation-note.tsx';
import { spanOrSum } from './result-words.ts';
import { tierFineWords } from './tier-fine-words.ts';

type Of<Key extends keyof TierResult> = { result: Pick<TierResult, Key> };

/** What stands in the way of a plain answer, and what was not reckoned because of it. */
export function Conflicts({ result: { conflicts } }: Of<'conflicts'>) {
  return (
    <>
      {conflicts.map(({ text, blocks }) => (
        <p class="note note-amber">
          <strong>{blocks ? '✕ 未计算：' : '? 请核对：'}</strong>
          {text}
        </p>
      ))}
    </>
  );
}

/** The facts that would settle the answer. `link`: where each can be supplied. */
export function Questions({
  result: { missing },
  link,
}: Of<'missing'> & { link: (factor: string) => Child }) {
  if (missing.length === 0) return null;
  return (
    <section class="note note-amber">
      <h3 class="unclear">? 待查明 {missing.length} 项</h3>
      <ul class="bullets">
        {missing.map(({ factor, question }) => (
          <li>
            {question} {link(factor)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** While several tiers are open: each with its fine and its conditions. */
export function PossibleTiers({ result }: Of<'possibleTiers' | 'item' | 'tier'>) {
  const { possibleTiers, item, tier } = result;
  if (tier || !item || possibleTiers.length < 2) return null;
  return (
    <section class="card stack-small">
      <h3>可能的阶次</h3>
      <ul class="bullets">
        {possibleTiers.map((one) => (
          <li>
            <strong>{tierLabel(one.name)}</strong>：{one.conditions}
            <span class="soft">
              （
              {[...finesOfTier(one), ...finesBesideTier(one)]
                .map((fine) => tierFineWords(fine, item, true))
                .join('；') || '不罚款'}
              ）
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which penalties must, which may, which hang on a fact, what is due beside them, and who is fined beside the unit. */
export function Penalties({ result: { penalties, responsible } }: Of<'penalties' | 'responsible'>) {
  if (!penalties) return null;
  const groups: [string, PenaltyDue[]][] = [
    ['应当', penalties.required],
    ['可以', penalties.optional],
    ['视情形', penalties.open],
    ['同时', penalties.measures],
    ['责任人员', responsible ? [responsible] : []],
  ];
  const some = groups.filter(([, list]) => list.length > 0);
  if (some.length === 0) return null;
  return (
    <dl class="facts">
      {some.map(([name, list]) => (
        <>
          <dt>{name}</dt>
          <dd>
            {[...Map.groupBy(list, (due) => due.basis)].map(([basis, dues], index) => (
              <>
                {index > 0 ? '；' : ''}
                {dues.map(({ text }) => text).join('、')}
                <span class="soft small">
                  （<CitedText text={basis} />）
                </span>
              </>
            ))}
          </dd>
        </>
      ))}
    </dl>
  );
}

/** Every step with what it rests on. */
export function Steps({ result: { steps, on } }: Of<'steps' | 'on'>) {
  return (
    <section class="card">
      <h3>步骤</h3>
      <ol class="steps">
        {steps.map((step) => (
          <li>
            <span class="soft">{step.step}</span>：{step.value}
            {step.basis && (
              <span class="small soft">
                （<CitedText text={step.basis} asOf={on} />）
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Changes({ result: { whatWouldChange } }: Of<'whatWouldChange'>) {
  if (whatWouldChange.length === 0) return null;
  return (
    <section class="card">
      <h3>什么会改变结论</h3>
      <ul class="bullets">
        {whatWouldChange.map(({ change, tier, range }) => (
          <li>
            {change} → {tierLabel(tier)}
            {range ? `，${spanOrSum(range)}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
