import { ACTIONS } from '../../../cases/case-file.ts';
import type { Deadline } from '../../../cases/deadlines-of.ts';
import type { Stage } from '../../../cases/stages-of.ts';
import { chineseDay } from '../../../law/dates.ts';
import { CitedText } from '../citation-note.tsx';
import type { DeskData } from './desk-data.ts';

const DOTS: Record<Stage['state'], string> = { done: '●', current: '◉', todo: '○', skipped: '–' };
const STATES: Record<Stage['state'], string> = {
  done: '已完成',
  current: '进行中',
  todo: '未到',
  skipped: '不需要',
};

/** Number, title, stages, the one next step of this person, and the time limits. */
export function CaseHead({ desk }: { desk: DeskData }) {
  const { stored } = desk;
  return (
    <header class="case-head">
      <div class="row">
        <h1>
          {stored.number && <span class="number">{stored.number}</span>}
          {stored.title}
        </h1>
        {stored.file.action !== 'penalty' && <span class="tag">{ACTIONS[stored.file.action]}</span>}
        {stored.example && <span class="tag tag-accent">示例</span>}
        <span class="row-end row">
          <MajorTag desk={desk} />
          <span class="tag">第 {stored.revision} 版</span>
        </span>
      </div>
      <ol class="stages" aria-label="办案阶段">
        {desk.stages.map((stage) => (
          <li class={stage.state} title={stage.date ? chineseDay(stage.date) : STATES[stage.state]}>
            <span class="dot" aria-hidden="true">
              {DOTS[stage.state]}
            </span>
            {stage.name}
            <span class="visually-hidden">
              （{STATES[stage.state]}
              {stage.date ? `，${chineseDay(stage.date)}` : ''}）
            </span>
          </li>
        ))}
      </ol>
      <div class="next">
        <span>
          <strong>下一步：</strong>
          {desk.nextStep.text}
        </span>
        {desk.nextStep.action && (
          <form method="post" action={desk.nextStep.action.post}>
            <button class="primary tiny" type="submit">
              {desk.nextStep.action.label}
            </button>
          </form>
        )}
        {desk.nextStep.link && (
          <a class="button primary tiny" href={desk.nextStep.link.href}>
            {desk.nextStep.link.label}
          </a>
        )}
        {desk.nextStep.obstacle && <span class="unclear">{desk.nextStep.obstacle}</span>}
        <span class="row-end row">
          {desk.deadlines
            .filter((deadline) => deadline.state !== 'kept')
            .map((deadline) => (
              <DeadlineNote deadline={deadline} />
            ))}
        </span>
      </div>
    </header>
  );
}

function MajorTag({ desk }: { desk: DeskData }) {
  const { major } = desk;
  // The plans list what is handed in with a penalty decision.
  const penalty = desk.stored.file.action === 'penalty';
  const label =
    major.isMajor === undefined ? '是否重大待查明' : major.isMajor ? '重大执法决定' : '非重大执法决定';
  return (
    <details class="deadline">
      <summary>
        <span class={`tag ${major.isMajor ? 'tag-accent' : major.isMajor === undefined ? 'tag-amber' : ''}`}>
          {label}
        </span>
      </summary>
      <div class="popover stack-small">
        {major.triggers.map((trigger) => (
          <p>
            {trigger.why}
            <br />
            <span class="soft">
              依据 <CitedText text={trigger.basis} />
            </span>
          </p>
        ))}
        {major.unknown.length > 0 && <p class="unclear">待查明：{major.unknown.join('；')}</p>}
        {major.triggers.length === 0 && major.unknown.length === 0 && <p>没有一项重大执法决定的情形成立。</p>}
        {penalty && major.isMajor !== false && <Materials desk={desk} />}
      </div>
    </details>
  );
}

/** 送审材料 by the profile's list: what is there, what is missing, what a person has to look at. */
function Materials({ desk }: { desk: DeskData }) {
  const { materials } = desk.major;
  if (!materials) return <p class="unclear">地区方案没有规定送审材料。</p>;
  const named = (present: boolean | undefined) =>
    materials.filter((one) => one.present === present).map(({ name }) => name);
  const [missing, open] = [named(false), named(undefined)];
  return (
    <div>
      <p>
        送审材料 {materials.length} 项，在卷 {named(true).length} 项。
      </p>
      {missing.length > 0 && <p class="not-met">缺：{missing.join('；')}</p>}
      {open.length > 0 && <p class="unclear">待核对：{open.join('；')}</p>}
    </div>
  );
}

/** Periods of the party: when they end, a right lapses, but nobody here is late. */
const OF_PARTY = new Set<Deadline['id']>(['defence', 'hearing-request']);

function DeadlineNote({ deadline }: { deadline: Deadline }) {
  const left = deadline.left;
  const text =
    deadline.state === 'unknown' || left === undefined
      ? '无法计算'
      : left >= 0
        ? `还剩 ${left} ${deadline.unit}`
        : OF_PARTY.has(deadline.id)
          ? '已届满'
          : `已超 ${-left} ${deadline.unit}`;
  const late = deadline.state === 'missed' && !OF_PARTY.has(deadline.id);
  const tone = late ? 'not-met' : left !== undefined && left >= 0 && left <= 7 ? 'unclear' : '';
  return (
    <details class="deadline">
      <summary>
        {deadline.name} <strong class={tone}>{text}</strong>
      </summary>
      <div class="popover">
        <p>
          {deadline.due ? `${chineseDay(deadline.due)}届满。` : ''}依据 <CitedText text={deadline.basis} />
        </p>
        <ul>
          {deadline.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
