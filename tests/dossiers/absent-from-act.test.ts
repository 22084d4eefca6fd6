import { describe, expect, it } from 'vitest';
import { acts } from '../../src/dossiers/readers/acts.ts';
import { absentFromAct } from '../../src/dossiers/words/absent-from-act.ts';
import { factsOf, paperOf } from './paper-of.ts';

const NAMES = ['王示', '李示'];

describe('笔录自己写明没有到场的执法人员', () => {
  it.each([
    ['李示当日参加市局会议，未到场。', ['李示']],
    ['执法人员李示因病假未参加本次检查。', ['李示']],
    ['本次检查由王示一人实施，李示事后签名。', ['李示']],
    ['因人手紧张，仅王示一人到场。', ['李示']],
    ['王示独自询问，赵示记录。', ['李示']],
    ['王示、李示（出差）', ['李示']],
    ['王示告知当事人未到场的后果。', []],
    ['答：那天只有王示一人检查。', []],
    ['问：李示是否在场？', []],
    ['检查由王示、李示二人进行，当事人不在现场。', []],
  ])('%s', (words, absent) => {
    expect([...absentFromAct(words, NAMES)]).toEqual(absent);
  });

  it('辅助人员由谁记录，不因一人询问而去掉', () => {
    expect([...absentFromAct('由王示一人进行，赵示记录。', ['王示', '赵示'], ['赵示'])]).toEqual([]);
  });

  it('不计入该次询问的执法人员', () => {
    const read = factsOf(
      acts,
      paperOf(
        'interview-record',
        '询问笔录\n时间：2025年3月4日9时0分至9时40分\n询问人：王示（执法证号：001002）　李示（执法证号：001003）\n说明：李示当日外出培训，未参加。\n答：没有意见。\n王示　2025年3月4日',
      ),
    );
    expect(Object.keys(read).filter((path) => /\.officers\[/.test(path))).toEqual([
      'acts[p1].officers[王示]',
    ]);
    expect(read).not.toHaveProperty('acts[p1].certificateNumbers[001003]');
  });
});
