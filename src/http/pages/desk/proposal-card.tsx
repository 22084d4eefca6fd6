import type { CaseFile } from '../../../cases/case-file.ts';
import type { Paragraph } from '../../../documents/draft.ts';
import { citationText } from '../../../law/citation.ts';
import { yuan } from '../../../law/money.ts';
import { GROUND_NAMES } from '../benchmarks/calculator-query.ts';
import { Penalties } from '../benchmarks/discretion-parts.tsx';
import { headlineWords, rangeWords } from '../benchmarks/result-words.ts';
import { CitedText } from '../citation-note.tsx';
import { measured } from '../evenness/measure-words.ts';
import { decisionsLeft } from './decisions-left.ts';
import { deskLink } from './desk-link.ts';
import type { Discretion } from './discretion-data.ts';
import { type FactUsed, papersOf } from './facts-used.ts';

const STATES = { accepted: '已认定', claimed: '已提出，尚未认定', rejected: '不采纳' } as const;

/** 处理意见建议: penalties, span, grounds with their papers, like cases, the reasons, and what people must still decide. */
export function ProposalCard({ file, discretion }: { file: CaseFile; discretion: Discretion }) {
  const { tier, spread, standings, facts, reasons } = discretion;
  const left = decisionsLeft(file, discretion);
  return (
    <section class="card stack-small" id="proposal">
      <div class="row">
        <h3>处理意见建议</h3>
        <span class="tag">规则</span>
        {tier.benchmark?.example && <span class="tag tag-accent">示例基准</span>}
      </div>
      <p class="big">{headlineWords(tier)}</p>
      <dl class="facts">
        <dt>建议幅度</dt>
        <dd>{rangeWords(tier)}</dd>
        <dt>法定幅度</dt>
        <dd>{tier.statutory?.text ?? '未能计算'}</dd>
        <dt>拟处罚款</dt>
        <dd>
          {tier.amount === undefined ? '尚未提出' : yuan(tier.amount)}{' '}
          {tier.amount !== undefined && <span class="tag">人</span>}
        </dd>
        {tier.position && (
          <>
            <dt>所处位置</dt>
            <dd>{tier.position.text}</dd>
          </>
        )}
      </dl>
      <h4>处罚种类</h4>
      {tier.penalties ? <Penalties result={tier} /> : <p class="soft">没有可用的罚则，未能列出。</p>}
      <h4>采用的事实</h4>
      {facts.length === 0 ? (
        <p class="soft">案卷中还没有裁量表所问的事实。</p>
      ) : (
        <dl class="facts">
          {facts.map((fact) => (
            <>
              <dt>{fact.name}</dt>
              <dd>
                {fact.value} <Papers caseId={file.id} papers={fact.papers} />
              </dd>
            </>
          ))}
        </dl>
      )}
      <h4>从轻、减轻、从重情形</h4>
      <Grounds file={file} />
      <h4>类案</h4>
      {spread ? (
        <p>
          同一事项 {spread.count} 件，罚款在法定幅度中的位置：中位数 {measured(spread.share.median, 'share')}
          ，四分位 {measured(spread.share.lower, 'share')}至 {measured(spread.share.upper, 'share')}
          {spread.timesMinimum
            ? `；为法定最低罚款的倍数：中位数 ${measured(spread.timesMinimum.median, 'times')}，四分位 ${measured(spread.timesMinimum.lower, 'times')}至 ${measured(spread.timesMinimum.upper, 'times')}`
            : ''}
          {spread.enough ? '。' : '。件数较少，只作参考。'}{' '}
          <a href={deskLink(file.id, { view: 'likes' })} data-desk>
            {standings.length > 1 ? '看类案和各范围的比较' : '看类案'}
          </a>
        </p>
      ) : (
        <p class="soft">库中没有同一事项、能够比较的已决案件。</p>
      )}
      <h4>写入文书的理由</h4>
      <blockquote class="reasons prose">
        {reasons.map((one) => (
          <p>
            <Reasons paragraph={one} />
          </p>
        ))}
      </blockquote>
      <h4>须由人决定</h4>
      {left.length === 0 ? (
        <p>幅度之内的数额和理由均已提出；由负责人审查决定。</p>
      ) : (
        <ol class="steps">
          {left.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
      )}
      <p class="soft small">程序只建议幅度与理由，不建议数额；数额由承办人提出、负责人决定。</p>
      <p class="print-only">承办人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日</p>
    </section>
  );
}

function Grounds({ file }: { file: CaseFile }) {
  const grounds = file.circumstances?.grounds ?? [];
  if (grounds.length === 0) {
    return file.circumstances?.noGrounds ? (
      <p>
        经查没有。 <Papers caseId={file.id} papers={papersOf(file, ['circumstances.noGrounds'])} />
      </p>
    ) : (
      <p class="unclear">? 案卷没有写明经查有无这些情形。</p>
    );
  }
  return (
    <ul class="bullets">
      {grounds.map(({ kind, state, reason, basis }, index) => (
        <li>
          {GROUND_NAMES[kind]}（{STATES[state]}）{reason ? `：${reason}` : ''}
          {basis && (
            <span class="soft small">
              （<CitedText text={citationText(basis)} />）
            </span>
          )}{' '}
          <Papers caseId={file.id} papers={papersOf(file, [`circumstances.grounds.${index}`])} />
        </li>
      ))}
    </ul>
  );
}

function Papers({ caseId, papers }: { caseId: string; papers: FactUsed['papers'] }) {
  return (
    <span class="small">
      {papers.map(({ id, title, path }, index) => (
        <>
          {index > 0 ? '、' : ''}
          <a href={deskLink(caseId, { view: 'paper', paper: id, fact: path }, 'quote')} data-desk data-quote>
            {title}
          </a>
        </>
      ))}
    </span>
  );
}

/** The paragraph as the document would have it; what is still to be written stands out. */
function Reasons({ paragraph }: { paragraph: Paragraph }) {
  return (
    <>
      {paragraph.text
        .split(/(【待补：[^】]*】)/)
        .map((part) => (part.startsWith('【待补：') ? <mark>{part}</mark> : part))}
    </>
  );
}
