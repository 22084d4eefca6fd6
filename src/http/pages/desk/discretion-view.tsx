import { raw } from 'hono/html';
import type { AppError } from '../../../errors.ts';
import { Changes, Conflicts, PossibleTiers, Questions, Steps } from '../benchmarks/discretion-parts.tsx';
import { ItemTable } from '../benchmarks/item-table.tsx';
import { itemLink } from '../benchmarks/table-words.ts';
import { DeviationCard } from '../evenness/deviation-card.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import type { Discretion } from './discretion-data.ts';
import { factorPath } from './factor-path.ts';
import { ProposalCard } from './proposal-card.tsx';

/** The proposal, what it rests on step by step, the table with its matching cells, and what would change it. The amount stays a person's. */
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
    <div class="stack discretion-view">
      <div class="row">
        <h2>裁量</h2>
        <span class="tag">规则</span>
        <span class="soft small">程序给出阶次与幅度，罚款数额由承办人提出、负责人决定。</span>
      </div>
      {stored.file.action === 'penalty' && <ProposalCard file={stored.file} discretion={discretion} />}
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
      <Conflicts result={tier} />
      <Questions
        result={tier}
        link={(factor) =>
          desk.may.edit && (
            <a href={deskLink(stored.id, { view: 'fact', path: factorPath(factor) }, 'fact-form')} data-desk>
              补充
            </a>
          )
        }
      />
      <PossibleTiers result={tier} />
      {plot && (
        <figure class="card plot">
          {raw(plot.svg)}
          <figcaption class="small soft">{plot.summary}</figcaption>
        </figure>
      )}
      {tier.item && tier.benchmark && (
        <section class="stack-small">
          <h3>裁量表</h3>
          <p class="small">
            <a href={itemLink(tier.item.id)}>{tier.item.violation}</a>
            <span class="soft"> · {tier.benchmark.name}</span>{' '}
            {tier.benchmark.example && <span class="tag">示例</span>}{' '}
            {discretion.tryLink && (
              <a class="no-print" href={discretion.tryLink}>
                用本案事实试算
              </a>
            )}
          </p>
          <ItemTable item={tier.item} marks={discretion.marks} />
        </section>
      )}
      <Steps result={tier} />
      <Changes result={tier} />
    </div>
  );
}
