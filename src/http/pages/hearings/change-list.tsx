import { EDIT_NAMES } from '../../../hearings/edit.ts';
import type { TranscriptChange } from '../../../hearings/list-changes.ts';
import { SPEAKER_ROLES } from '../../../hearings/speaker-roles.ts';
import type { KeptSegment } from '../../../hearings/transcript-segment.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { clockWords } from './clock-words.ts';

/** More sentences of one change are only counted. */
const SHOWN = 3;

/** What was changed in a transcript: who, when, where in the recording, what stood there before and after. */
export function ChangeList({
  changes,
  people,
}: {
  changes: TranscriptChange[];
  people: Map<string, string>;
}) {
  if (changes.length === 0) return <p class="small soft">没有改过。</p>;
  return (
    <ol class="small plain-list change-list" reversed>
      {changes.map((change) => (
        <li value={change.revision}>
          <span class="soft">
            {change.revision}　{chineseMoment(change.at)} {people.get(change.by) ?? change.by}
          </span>
          <br />
          {EDIT_NAMES[change.kind]}
          {change.undoes === undefined ? '' : `第 ${change.undoes} 次修改`} {clockWords(change.from)}—
          {clockWords(change.to)}
          <div>
            <Side name="前" segments={change.before} /> <Side name="后" segments={change.after} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Side({ name, segments }: { name: string; segments: KeptSegment[] }) {
  return (
    <p>
      <span class="soft">{name}：</span>
      {segments.length === 0 && '（无）'}
      {segments
        .slice(0, SHOWN)
        .map(({ role, text }) => `${role ? `${SPEAKER_ROLES[role]}：` : ''}${text}`)
        .join(' / ')}
      {segments.length > SHOWN && ` 等 ${segments.length} 句`}
    </p>
  );
}
