import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/cases/paper-kinds.ts';
import { acts } from '../../../src/dossiers/readers/acts.ts';
import { factsOf, paperOf } from '../paper-of.ts';

/** The facts of one record, without the start of their path. */
const read = (kind: PaperKind, text: string) =>
  Object.fromEntries(
    Object.entries(factsOf(acts, paperOf(kind, text, 'p3'))).map(([path, value]) => [
      path.replace('acts[p3].', ''),
      value,
    ]),
  );

describe('现场笔录和询问笔录', () => {
  it('一栏一行的现场检查笔录', () => {
    const text = [
      '现 场 检 查 笔 录',
      '检查时间：2025年4月9日9时20分至10时35分',
      '检查地点：示例市北桥区纺织路118号一层',
      '现场负责人：高示琴　身份证号码：990101197803129004　职务：经营者',
      '检查人员：陶示明（执法证号：99010400121）、祝示满（执法证号：99010400158）',
      '记录人：祝示满',
      '告知事项：我们是执法人员，现在向你出示执法证件，请你确认。你有权申请回避。',
      '检查情况：店内有插座26只。全程录像。',
      '　　　　现场负责人：高示琴 2025年4月9日',
      '　　　　检查人员：陶示明、祝示满 2025年4月9日',
    ].join('\n');
    expect(read('inspection-record', text)).toEqual({
      id: 'p3',
      kind: 'inspection',
      startedAt: '2025-04-09T09:20',
      endedAt: '2025-04-09T10:35',
      place: '示例市北桥区纺织路118号一层',
      'officers[陶示明]': '陶示明',
      'officers[祝示满]': '祝示满',
      'officersSigned[陶示明]': '陶示明',
      'officersSigned[祝示满]': '祝示满',
      'certificateNumbers[99010400121]': '99010400121',
      'certificateNumbers[99010400158]': '99010400158',
      certificatesShown: true,
      recusalTold: true,
      recorded: true,
      partySigned: true,
    });
  });

  it('表格的询问笔录，跨日期写法', () => {
    const text = [
      '询问笔录',
      '询问时间\t2025年3月24日14时30分至3月24日15时40分',
      '询问地点\t示例局询问室',
      '询 问 人\t敖示群\t记 录 人\t计示婷',
      '被询问人\t孟示芸\t性别\t女',
      '问：我们是示例局的执法人员敖示群、计示婷，这是我们的执法证（SP-0417、SP-0433）。',
      '问：如果我们与本案有直接利害关系，你可以申请回避。',
      '答：不申请。2020年1月1日开的店。',
    ].join('\n');
    expect(read('interview-record', text)).toMatchObject({
      kind: 'interview',
      startedAt: '2025-03-24T14:30',
      endedAt: '2025-03-24T15:40',
      place: '示例局询问室',
      interviewee: '孟示芸',
      'officers[敖示群]': '敖示群',
      'officers[计示婷]': '计示婷',
      certificatesShown: true,
      recusalTold: true,
    });
  });

  it('空格隔开的栏目，姓名另成一格', () => {
    const text =
      '询问笔录\n时间　2024-01-16 15:00—16:30\n地点　示例局一楼谈话室\n询问人　安示俊　　记录人　苗示凡\n被询问人：姓名 都示根　性别 男　身份证号 990102198809149293';
    expect(read('interview-record', text)).toMatchObject({
      startedAt: '2024-01-16T15:00',
      endedAt: '2024-01-16T16:30',
      interviewee: '都示根',
    });
  });

  it('姓名在下一行；见证人前有职务；写了地址的，场所在其中', () => {
    expect(
      read('interview-record', '询问笔录\n被询问（调查）人基本情况：\n姓名：罗示五  性别：男\n问：你好'),
    ).toMatchObject({ interviewee: '罗示五' });
    expect(
      read(
        'inspection-record',
        '现场检查记录\n地址：示例市工业园区丙二路3号\n检查场所：焊接车间\n检查人员：王示、李示\n见证人：居委会主任 邓示云',
      ),
    ).toMatchObject({ place: '示例市工业园区丙二路3号', witness: '邓示云' });
  });

  it('当事人没有出示证件、拒绝签名；没有说的不写', () => {
    const facts = read(
      'inspection-record',
      '现场笔录\n时间：2024年9月5日\n检查人员：王示、李示\n要求当事人出示有关证件，当事人不能出示。\n当事人拒绝签名。见证人：赵示',
    );
    expect(facts).toMatchObject({ date: '2024-09-05', refusalNoted: true, witness: '赵示' });
    expect(facts).not.toHaveProperty('certificatesShown');
    expect(facts).not.toHaveProperty('recusalTold');
    expect(facts).not.toHaveProperty('partySigned');
    expect(facts).not.toHaveProperty('startedAt');
  });
});
