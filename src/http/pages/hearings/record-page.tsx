import type { StoredCase } from '../../../cases/stored-case.ts';
import type { AppError } from '../../../errors.ts';
import type { HearingRecord } from '../../../hearings/hearing-record.ts';
import { LEFT_OUT } from '../../../hearings/hearing-record.ts';
import type { RecordForm } from '../../../hearings/record-forms.ts';
import type { Lack } from '../../../hearings/record-lacks.ts';
import { recordText } from '../../../hearings/record-text.ts';
import type { Recording } from '../../../hearings/recording.ts';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import { chineseDay } from '../../../law/dates.ts';
import type { Person } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { FaultSummary, Page } from '../page.tsx';
import { clockWords } from './clock-words.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { Player } from './player.tsx';
import { HearLink, RecordEditor } from './record-editor.tsx';

interface RecordPageProps {
  person: Person;
  stored: StoredCase;
  recording: Recording;
  record: HearingRecord;
  form: RecordForm;
  lacks: Lack[];
  people: Map<string, string>;
  error?: AppError | undefined;
  kept?: Record<string, string> | undefined;
}

/** A record, or what will be one: each line beside its sound, what it still lacks, its confirmation. */
export function RecordPage(props: RecordPageProps) {
  const { person, stored, recording, record, form, lacks, error } = props;
  const { confirmed } = record;
  const mayEdit = person.role === 'handler' && stored.handlers.includes(person.id) && !confirmed;
  return (
    <Page title={form.title} person={person} active="/cases" desk>
      <header class="case-head">
        <div class="row">
          <h1>
            {form.title}
            {!confirmed && '（草稿）'}
          </h1>
          {stored.example && <span class="tag tag-accent">示例</span>}
          {confirmed ? (
            <span class="tag tag-green">✓ 已核对签名</span>
          ) : (
            <span class="tag tag-amber">未经核对签名，不是笔录</span>
          )}
          <span class="tag">第 {record.version} 版</span>
          <a class="row-end" href={`/recordings/${recording.id}?transcript=${record.transcriptId}`}>
            {recording.name} · 转写稿
          </a>
        </div>
      </header>
      <div class="tabs no-print" data-tabs>
        <a href="#middle">笔录</a>
        <a href="#right">核对</a>
      </div>
      <div class="desk" data-recording={recording.id}>
        <div class="column column-left" tabindex={-1}>
          <nav class="side" aria-label="笔录的部分">
            <div class="group">
              <h2>{form.title}</h2>
              {form.parts.map(({ key, label }) => {
                const count = record.body.lines.filter((line) => line.part === key).length;
                return (
                  <a href={`#part-${key}`}>
                    {label} <span class="count">{count}</span>
                  </a>
                );
              })}
              <a href="#part-left-out">
                没有写入的{' '}
                <span class="count">{record.body.lines.filter((line) => line.part === LEFT_OUT).length}</span>
              </a>
            </div>
            <div class="group">
              <a href={`/hearing-records/${record.id}/docx`}>下载 Word（供打印签名）</a>
              {confirmed && recording.kind === 'hearing' && (
                <a href={`/hearing-records/${record.id}/report`}>下载听证报告草稿</a>
              )}
              <a href={`/cases/${encodeURIComponent(stored.id)}`}>返回案件</a>
            </div>
          </nav>
        </div>
        <button class="grip no-print" type="button" data-grip="left" aria-label="调整左栏宽度" />
        <section class="column column-middle hearing-middle" id="middle" tabindex={0} aria-label="笔录">
          <Player recording={recording} />
          <FaultSummary error={error} />
          {mayEdit ? <RecordEditor record={record} form={form} /> : <ReadOnly {...props} />}
        </section>
        <button class="grip no-print" type="button" data-grip="right" aria-label="调整右栏宽度" />
        <section class="column column-right" id="right" tabindex={0} aria-label="核对">
          <div class="hearing-tools stack-small">
            {mayEdit && (
              <div class="row">
                <button type="submit" form="record-form" class="primary">
                  保存草稿
                </button>
                <form method="post" action={`/hearing-records/${record.id}/redraft`}>
                  <input type="hidden" name="version" value={record.version} />
                  <button type="submit" id="redraft">
                    按转写稿更新
                  </button>
                </form>
              </div>
            )}
            {!confirmed && <Lacks lacks={lacks} />}
            {mayEdit && lacks.length === 0 && <ConfirmForm {...{ record, error }} kept={props.kept ?? {}} />}
            {confirmed && <About {...props} />}
          </div>
        </section>
      </div>
    </Page>
  );
}

function Lacks({ lacks }: { lacks: Lack[] }) {
  if (lacks.length === 0) {
    return (
      <p class="note note-green">
        ✓ 各部分齐全，录音的每一段都已写入或者说明了原因。打印后由到场人员核对、逐页签名。
      </p>
    );
  }
  return (
    <section class="stack-small">
      <h2>
        还没有完成 <span class="count">{lacks.length}</span>
      </h2>
      <ul class="small plain-list">
        {lacks.map(({ text, at }) => (
          <li>
            <span class="unclear">?</span> <a href={`#${at}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ record, people, stored, person }: RecordPageProps) {
  const { confirmed } = record;
  if (!confirmed) return null;
  const mayWrite = person.role === 'handler' && stored.handlers.includes(person.id);
  return (
    <section class="stack-small small">
      <h2>核对和签名</h2>
      <p>
        {chineseDay(confirmed.signedOn)}，共 {confirmed.pages} 页，
        {confirmed.checked === 'read' ? '到场人员阅看' : '向到场人员宣读'}。
      </p>
      <ul>
        {confirmed.people.map(({ role, name, outcome, reason }) => (
          <li>
            {SPEAKER_ROLES[role]} {name}：{outcome === 'signed' ? '✓ 签名' : `✕ 拒绝（${reason}）`}
          </li>
        ))}
      </ul>
      {confirmed.refusalNotedBy && <p>拒绝签名由{confirmed.refusalNotedBy}注明。</p>}
      <p class="soft">
        {people.get(confirmed.by) ?? confirmed.by}于{chineseMoment(confirmed.at)}录入确认。内容摘要{' '}
        <code title={confirmed.digest}>{confirmed.digest.slice(0, 12)}</code>
      </p>
      {mayWrite && stored.file.action === 'penalty' && (
        <form method="post" action={`/hearing-records/${record.id}/facts`} class="card stack-small">
          <p>把听证的日期、主持人、签名情况和当事人的意见写入案件事实，供审查和决定书答复。</p>
          <button type="submit" class="primary">
            写入案件事实
          </button>
        </form>
      )}
    </section>
  );
}

/** The text as it is printed, each line with its sound. */
function ReadOnly({ record, form }: RecordPageProps) {
  const { lines } = record.body;
  const paragraphs = recordText(record, form);
  const first = paragraphs.findIndex(({ kind }) => kind === 'heading');
  const end = paragraphs.findIndex(({ text }) => text === '核对和签名');
  return (
    <article class="paper record-paper">
      {paragraphs
        .slice(0, first)
        .map(({ kind, text }) => (kind === 'title' ? <h2>{text}</h2> : <p>{text}</p>))}
      {form.parts.map(({ key, label }) => {
        const own = lines.filter((line) => line.part === key);
        return (
          <section id={`part-${key}`}>
            <h3>{label}</h3>
            {own.map((line) => (
              <p id={`line-${line.id}`}>
                <HearLink recordingId={record.recordingId} start={line.start} end={line.end} />{' '}
                {line.role ? `${SPEAKER_ROLES[line.role]}：` : ''}
                {line.text}
              </p>
            ))}
            {own.length === 0 && <p>{record.body.empty[key]}</p>}
          </section>
        );
      })}
      {end > 0 &&
        paragraphs.slice(end).map(({ kind, text }) => (kind === 'heading' ? <h3>{text}</h3> : <p>{text}</p>))}
      <section id="part-left-out" class="small">
        <h3>没有写入笔录的</h3>
        {lines
          .filter((line) => line.part === LEFT_OUT)
          .map((line) => (
            <p id={`line-${line.id}`}>
              <HearLink recordingId={record.recordingId} start={line.start} end={line.end} />—
              {clockWords(line.end)} {line.heard || '没有文字'}
              <span class="soft">（{line.reason ?? '没有说明原因'}）</span>
            </p>
          ))}
      </section>
    </article>
  );
}
