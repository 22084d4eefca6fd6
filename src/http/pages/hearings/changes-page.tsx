import type { KeptTranscript } from '../../../hearings/kept-transcript.ts';
import type { TranscriptChange } from '../../../hearings/list-changes.ts';
import type { Recording } from '../../../hearings/recording.ts';
import type { Person } from '../../../staff/person.ts';
import { Page } from '../page.tsx';
import { ChangeList } from './change-list.tsx';

/** Every change of one transcript, the latest first, a page at a time. */
export function ChangesPage(props: {
  person: Person;
  recording: Recording;
  transcript: KeptTranscript;
  changes: TranscriptChange[];
  people: Map<string, string>;
}) {
  const { person, recording, transcript, changes, people } = props;
  const last = changes.at(-1)?.revision ?? 0;
  return (
    <Page title="转写稿修改记录" person={person} active="/cases">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>转写稿修改记录</h1>
          <a href={`/recordings/${recording.id}?transcript=${transcript.id}`}>{recording.name}</a>
        </div>
        <p class="small soft">共 {transcript.revision} 次。修改记录只增不改。</p>
        <ChangeList changes={changes} people={people} />
        {last > 1 && (
          <p>
            <a href={`/transcripts/${transcript.id}/changes?below=${last}`}>更早的修改</a>
          </p>
        )}
      </div>
    </Page>
  );
}
