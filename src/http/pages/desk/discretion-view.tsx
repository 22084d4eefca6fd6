import { raw } from 'hono/html';
import type { AppError } from '../../../errors.ts';
import { yuan } from '../../../law/money.ts';
import { GRADES } from '../../../law/penalties.ts';
import { CitedText } from '../citation-note.tsx';
import { DeviationCard } from '../evenness/deviation-card.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import type { Discretion } from './discretion-data.ts';

/** Tier and range with every step, the plot, and what would change the answer. The amount stays a person's. */
export function DiscretionView({
  desk,
  discretion,
  refused,
}: {
  desk: DeskData;
  discretion: Discretion;
  refused?: { error: AppError; kept: Record<string, string> } | undefined;
}) {
  const { stored } = desk;
  const { tier, plot } = discretion;
  return (
    <div class="stack">
      <div class="row">
        <h2>裁量</h2>
        <span class="tag">规则</span>
        <span class="soft small">程序给出阶次与幅度，罚款数额由承办人提出、负责人决定。</span>
      </div>
      <section class="card">
        <p class="big">
          {tier.tier
            ? `${tier.tier.name}（${GRADES[tier.tier.grade]}）`
            : tier.possibleTiers.length > 1
              ? `尚不能确定：${tier.possibleTiers.map((entry) => entry.name).join('、')}`
              : '没有可适用的裁量阶次'}
        </p>
        <dl class="facts">
          <dt>裁量幅度</dt>
          <dd>{tier.range?.text ?? '未能计算'}</dd>
          <dt>法定幅度</dt>
          <dd>{tier.statutory?.text ?? '未能计算'}</dd>
          <dt>拟处罚款</dt>
          <dd>{tier.amount === undefined ? '尚未提出' : yuan(tier.amount)}</dd>
          {tier.position && (
            <>
              <dt>所处位置</dt>
              <dd>{tier.position.text}</dd>
            </>
          )}
          {tier.benchmark && (
            <>
              <dt>裁量基准</dt>
              <dd>
                <a href={`/benchmarks/${encodeURIComponent(tier.item?.id ?? '')}`}>{tier.benchmark.name}</a>
                {tier.benchmark.example && <span class="tag">示例</span>}
              </dd>
            </>
          )}
        </dl>
      </section>
      {stored.file.action === 'penalty' && (
        <DeviationCard
          caseId={stored.id}
          revision={stored.revision}
          file={stored.file}
          deviation={discretion.deviation}
          people={desk.people}
          mayEdit={desk.may.edit}
          error={refused?.error}
          kept={refused?.kept}
        />
      )}
      {tier.conflicts.map((conflict) => (
        <p class="note note-amber">{conflict.text}</p>
      ))}
      {tier.missing.length > 0 && (
        <section class="note note-amber">
          <h3 class="unclear">? 待查明</h3>
          <ul>
            {tier.missing.map((entry) => (
              <li>
                {entry.question}
                {desk.may.edit && (
                  <>
                    {' '}
                    <a
                      href={deskLink(
                        stored.id,
                        {
                          view: 'fact',
                          path: entry.factor.includes('.')
                            ? entry.factor
                            : `circumstances.factors.${entry.factor}`,
                        },
                        'fact-form',
                      )}
                      data-desk
                    >
                      补充
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plot && (
        <figure class="card plot">
          {raw(plot.svg)}
          <figcaption class="small soft">{plot.summary}</figcaption>
        </figure>
      )}
      <section class="card">
        <h3>步骤</h3>
        <ol class="steps">
          {tier.steps.map((step) => (
            <li>
              <span class="soft">{step.step}</span>：{step.value}
              {step.basis && (
                <span class="small soft">
                  （<CitedText text={step.basis} />）
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
      {tier.whatWouldChange.length > 0 && (
        <section class="card">
          <h3>什么会改变结论</h3>
          <ul>
            {tier.whatWouldChange.map((change) => (
              <li>
                {change.change} → {change.tier}
                {change.range ? `，${change.range}` : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      {tier.item && (
        <section class="table-wrap">
          <table>
            <caption>{tier.item.violation}</caption>
            <thead>
              <tr>
                <th>阶次</th>
                <th>适用情形</th>
              </tr>
            </thead>
            <tbody>
              {tier.item.tiers.map((entry) => (
                <tr class={tier.possibleTiers.some((one) => one.order === entry.order) ? 'picked' : ''}>
                  <td class="nowrap">
                    {tier.tier?.order === entry.order ? '▸ ' : ''}
                    {entry.name}
                  </td>
                  <td>{entry.conditions}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
