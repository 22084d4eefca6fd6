import type { StorageClock } from '../../../hearings/storage-clock.ts';

const LOOKS: Record<StorageClock['state'], [sign: string, tone: string]> = {
  kept: ['✓', 'met'],
  late: ['✕', 'not-met'],
  overdue: ['✕', 'not-met'],
  running: ['–', ''],
  unknown: ['?', 'unclear'],
  'no-limit': ['–', 'soft'],
};

/** How the period for storing stands, with its sign and where the limit is laid down. */
export function ClockNote({ clock }: { clock: StorageClock }) {
  const [sign, tone] = LOOKS[clock.state];
  return (
    <>
      <span class={tone}>
        {sign} {clock.text}
      </span>
      {clock.source && <span class="soft">；依据：{clock.source}</span>}
    </>
  );
}
