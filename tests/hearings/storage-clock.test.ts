import { describe, expect, it } from 'vitest';
import { loadProfiles, type Profile } from '../../src/corpus/profile.ts';
import { storageClock } from '../../src/hearings/storage-clock.ts';

const profiles = loadProfiles();
const of = (id: string): Profile => profiles.get(id)!;
/** Beijing time. */
const at = (text: string) => new Date(`${text}:00+08:00`);

describe('入库时限', () => {
  const ended = '2024-03-08T16:30';
  const demo = of('demo');

  it('满 24 小时的一刻在时限以内，过了一分钟就是超过', () => {
    expect(storageClock({ ended, keptAt: at('2024-03-09T16:30') }, demo).state).toBe('kept');
    expect(storageClock({ ended, keptAt: at('2024-03-09T16:31') }, demo).state).toBe('late');
  });

  it('没有传完的，说出还剩多久', () => {
    const clock = storageClock({ ended }, demo, at('2024-03-09T14:10'));
    expect(clock).toMatchObject({ state: 'running' });
    expect(clock.text).toContain('还剩 2 小时 20 分');
    expect(clock.text).toContain('2024年3月9日 16:30');
    expect(clock.source).toContain('示例');
    expect(storageClock({ ended }, demo, at('2024-03-09T16:31')).state).toBe('overdue');
  });

  it('不知道结束时间的、结束在存入之后的，不说是按时', () => {
    expect(storageClock({ keptAt: at('2024-03-08T16:31') }, demo).state).toBe('unknown');
    expect(storageClock({ ended, keptAt: at('2024-03-08T16:29') }, demo).state).toBe('unknown');
  });

  it('按工作日计的，到最后一个工作日终了', () => {
    const days: Profile = { ...demo, recording: { ...demo.recording!, storageHours: undefined } as never };
    const working: Profile = { ...days, recording: { ...days.recording!, storageWorkingDays: 1 } };
    // 8 March 2024 is a Friday.
    expect(storageClock({ ended, keptAt: at('2024-03-11T23:59') }, working).state).toBe('kept');
    expect(storageClock({ ended, keptAt: at('2024-03-12T00:00') }, working).state).toBe('late');
  });

  it('方案没有规定的，和由没有载入的文件规定的，各自说明', () => {
    expect(storageClock({ ended }, of('seed-lingchuan-audit')).state).toBe('no-limit');
    expect(storageClock({ ended }, of('seed-weixi-agriculture'))).toMatchObject({ state: 'unknown' });
    expect(storageClock({ ended, keptAt: at('2024-03-09T16:31') }, of('seed-huainan')).state).toBe('late');
  });
});
