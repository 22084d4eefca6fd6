import type { RecordingKind } from '../db/hearing-tables.ts';
import type { SpeakerRole } from './speaker-roles.ts';

/** A part that a record must have, and the words with which it begins in a hearing that is well led. */
interface RecordPart {
  key: string;
  label: string;
  /** Said by the one who leads, or by whoever speaks where nobody is named, it begins the part. */
  begins?: RegExp;
  /** Where nobody announced it: whose words it holds. */
  of?: SpeakerRole;
}

/** 笔录的格式: its title, what stands at its head, its parts in their order. */
export interface RecordForm {
  title: string;
  basis: string;
  head: { key: string; label: string }[];
  parts: RecordPart[];
  /** Without whom there is no such act. */
  must: SpeakerRole[];
}

const TIME_AND_PLACE = [
  { key: 'cause', label: '案由' },
  { key: 'time', label: '时间' },
  { key: 'place', label: '地点' },
];

/** 听证笔录: 行政处罚法 64(7)(8) asks for a record that the party or agent checks and signs; the parts are practice. */
const hearing: RecordForm = {
  title: '听证笔录',
  basis: '行政处罚法64',
  must: ['presiding', 'clerk', 'investigator'],
  head: [...TIME_AND_PLACE, { key: 'open', label: '公开或者不公开' }],
  parts: [
    { key: 'opening', label: '核对身份、告知权利', of: 'clerk' },
    {
      key: 'case',
      label: '调查人员提出违法事实、证据和处罚建议',
      begins: /请.{0,8}(调查|承办|办案|执法)人员?.{0,12}(提出|陈述|说明|宣读|发言|介绍)/,
      of: 'investigator',
    },
    {
      key: 'defence',
      label: '当事人陈述和申辩',
      begins: /请.{0,8}(当事人|代理人).{0,12}(陈述|申辩|发表|发言|说明)|(陈述|申辩).{0,6}开始/,
      of: 'party',
    },
    {
      key: 'evidence',
      label: '出示证据、质证',
      begins: /质证|(开始|进行|请).{0,12}(出示|宣读).{0,6}证据/,
      of: 'witness',
    },
    { key: 'final', label: '最后陈述', begins: /最后陈述|最后意见/ },
    {
      key: 'closing',
      label: '结束和核对笔录',
      begins:
        /听证(会)?(到此|现在|至此|到这里).{0,4}结束|(宣布|现在).{0,6}(闭会|休会|听证.{0,2}结束)|(核对|核实|阅看).{0,6}笔录/,
    },
  ],
};

const interview: RecordForm = {
  title: '询问笔录',
  basis: '行政处罚法55',
  must: ['investigator'],
  head: TIME_AND_PLACE,
  parts: [
    { key: 'opening', label: '出示证件、告知权利和义务' },
    {
      key: 'answers',
      label: '询问和回答',
      begins: /(说明|讲|谈|介绍).{0,6}(情况|经过|过程)|(现在|下面).{0,6}(询问|提问)/,
      of: 'party',
    },
    {
      key: 'closing',
      label: '补充和核对笔录',
      begins: /(补充|核对|阅看).{0,6}(笔录|说明|吗|？)|以上.{0,6}(属实|记录)/,
    },
  ],
};

const inspection: RecordForm = {
  title: '现场检查笔录',
  basis: '行政处罚法55',
  must: ['investigator'],
  head: TIME_AND_PLACE,
  parts: [
    { key: 'opening', label: '出示证件、告知权利和义务' },
    { key: 'found', label: '检查情况', begins: /(现在|下面|开始).{0,6}(检查|勘验|查看)/, of: 'party' },
    { key: 'closing', label: '核对笔录', begins: /(核对|阅看).{0,6}笔录|检查.{0,4}结束/ },
  ],
};

const service: RecordForm = {
  title: '送达情况记录',
  basis: '行政处罚法61',
  must: ['investigator'],
  head: TIME_AND_PLACE,
  parts: [
    { key: 'opening', label: '出示证件、说明来意' },
    {
      key: 'course',
      label: '送达经过',
      begins: /(送达|签收|拒收|宣读).{0,10}(决定书|告知书|通知书|文书)/,
      of: 'party',
    },
  ],
};

export const RECORD_FORMS: Record<RecordingKind, RecordForm> = { hearing, interview, inspection, service };
