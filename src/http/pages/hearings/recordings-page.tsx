import type { StoredCase } from '../../../cases/stored-case.ts';
import type { Profile } from '../../../corpus/profile.ts';
import { RECORDED } from '../../../corpus/profile-parts.ts';
import { RECORDING_KINDS, type Recording } from '../../../hearings/recording.ts';
import { storageClock } from '../../../hearings/storage-clock.ts';
import type { RecordingUpload } from '../../../hearings/upload.ts';
import type { Person } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { Page } from '../page.tsx';
import { ClockNote } from './clock-note.tsx';
import { momentWords, sizeWords } from './recording-words.ts';
import { UploadForm } from './upload-form.tsx';

interface RecordingsProps {
  person: Person;
  stored: StoredCase;
  profile: Profile;
  recordings: Recording[];
  uploads: RecordingUpload[];
  people: Map<string, string>;
}

/** The recordings of one case: what is kept, what is on its way in, and what must be there. */
export function RecordingsPage(props: RecordingsProps) {
  const { person, stored, recordings } = props;
  const mayKeep = person.role === 'handler' && stored.handlers.includes(person.id);
  return (
    <Page title="录音录像" person={person} active="/cases">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>录音录像</h1>
          <a href={`/cases/${encodeURIComponent(stored.id)}`}>{stored.title}</a>
          {stored.example && <span class="tag tag-accent">示例</span>}
        </div>
        {recordings.length === 0 ? (
          <div class="empty">
            <h2>还没有录音录像</h2>
            <p>
              听证、检查、询问、送达的录音录像存入后，原件不改动、不转码，可以在这里播放、转写、整理成笔录。
            </p>
          </div>
        ) : (
          <Kept {...props} />
        )}
        <OnTheirWay {...props} />
        {mayKeep ? (
          <UploadForm stored={stored} limits={props.profile.recording} />
        ) : (
          <p class="note small">录音录像由本案承办人存入。</p>
        )}
        <Required {...props} />
      </div>
    </Page>
  );
}

function Kept({ recordings, people, profile }: RecordingsProps) {
  return (
    <section class="table-wrap" tabindex={0} aria-label="录音录像">
      <table>
        <caption class="visually-hidden">录音录像</caption>
        <thead>
          <tr>
            <th scope="col">环节</th>
            <th scope="col">文件</th>
            <th scope="col">录制</th>
            <th scope="col">存入</th>
            <th scope="col">入库时限</th>
            <th scope="col">原件摘要</th>
          </tr>
        </thead>
        <tbody>
          {recordings.map((one) => (
            <tr>
              <td class="nowrap">{RECORDING_KINDS[one.kind]}</td>
              <td>
                <a href={`/recordings/${one.id}`}>{one.name}</a>
                <br />
                <span class="small soft">
                  {sizeWords(one.bytes)} · <a href={`/recordings/${one.id}/media?save`}>下载原件</a>
                </span>
              </td>
              <td class="small">{momentWords(one.began, one.ended)}</td>
              <td class="small nowrap">
                {chineseMoment(one.keptAt)}
                <br />
                <span class="soft">{people.get(one.keptBy) ?? one.keptBy}</span>
              </td>
              <td class="small">
                <ClockNote clock={storageClock(one, profile)} />
              </td>
              <td class="small">
                <code title={one.sha256}>{one.sha256.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OnTheirWay({ uploads, people, person, profile }: RecordingsProps) {
  if (uploads.length === 0) return null;
  return (
    <section class="card stack-small">
      <h2>没有传完的</h2>
      {uploads.map((one) => (
        <div class="row">
          <span>
            {RECORDING_KINDS[one.kind]}　{one.name}
            <br />
            <span class="small soft">
              已收到 {sizeWords(one.received)} / {sizeWords(one.bytes)}，{people.get(one.by) ?? one.by}于
              {chineseMoment(one.begunAt)}开始
            </span>
            <br />
            <span class="small">
              <ClockNote clock={storageClock({ ended: one.ended }, profile)} />
            </span>
          </span>
          {one.by === person.id && (
            <form class="row-end" method="post" action={`/recording-uploads/${one.id}/drop`}>
              <button class="tiny" type="submit">
                放弃
              </button>
            </form>
          )}
        </div>
      ))}
      <p class="small soft">在下面再次选择同一个文件，即从断开的地方继续。</p>
    </section>
  );
}

/** 应当音像记录的环节 by the profile, each with what is there of those that are kept here. */
function Required({ profile, recordings }: RecordingsProps) {
  const limits = profile.recording;
  if (!limits || limits.required.length + limits.asNeeded.length === 0) return null;
  const row = (occasion: keyof typeof RECORDED) => {
    const known = occasion in RECORDING_KINDS;
    const count = recordings.filter(({ kind }) => kind === occasion).length;
    return (
      <li>
        {RECORDED[occasion]}：
        {known ? (
          <span class={count > 0 ? 'met' : 'unclear'}>
            {count > 0 ? `✓ 存有 ${count} 段` : '? 这里没有存入；进行过的，请存入'}
          </span>
        ) : (
          <span class="soft">– 按案件中记载的音像记录核对</span>
        )}
      </li>
    );
  };
  return (
    <section class="card stack-small">
      <h2>应当音像记录的环节</h2>
      {limits.required.length > 0 && <ul>{limits.required.map(row)}</ul>}
      {limits.asNeeded.length > 0 && (
        <>
          <h3>根据实际情况音像记录</h3>
          <ul>{limits.asNeeded.map(row)}</ul>
        </>
      )}
      <p class="small soft">依据：{limits.source}</p>
    </section>
  );
}
