import type { AnyCaseFile } from '../cases/case-file.ts';
import { AppError } from '../errors.ts';
import type { HearingRecord } from './hearing-record.ts';
import type { RecordForm } from './record-forms.ts';
import { type RecordParagraph, wordsOfPart } from './record-text.ts';
import { SPEAKER_ROLES, type SpeakerRole } from './speaker-roles.ts';

/** What only the presiding officer can say. */
const OWN: [heading: string, gap: string][] = [
  ['五、争议的问题', '争议的问题'],
  ['六、对证据的认定', '对各项证据的认定及理由'],
  ['七、听证主持人的意见', '支持、不支持原拟处罚或者补充调查的意见及理由'],
];

/**
 * 听证报告 drafted from the signed record: who, when and where, what both sides said; what the presiding officer thinks of
 * it stays open for him. Refuses with `wrong-stage` before the record is confirmed.
 */
export function reportText(record: HearingRecord, form: RecordForm, file: AnyCaseFile): RecordParagraph[] {
  if (!record.confirmed) {
    throw new AppError('wrong-stage', '听证报告依据听证笔录制作，笔录还没有核对签名；请先确认笔录。');
  }
  const { head, attendance, lines } = record.body;
  const said = (part: string, roles: SpeakerRole[]): RecordParagraph[] => {
    const words = wordsOfPart(lines, part, roles);
    return (words.length > 0 ? words : ['笔录中没有相关发言。']).map(plain);
  };
  const people = Object.entries(SPEAKER_ROLES).flatMap(([role, label]) => {
    const names = attendance.filter((one) => one.role === role && one.present).map(({ name }) => name);
    return names.length > 0 ? [plain(`${label}：${names.join('、')}`)] : [];
  });
  const leads = attendance.find(({ role, present }) => role === 'presiding' && present)?.name;
  return [
    { kind: 'title', text: '听证报告' },
    heading('一、听证案由'),
    plain(`${head.cause ?? file.cause}（当事人：${file.party.name}）`),
    heading('二、听证的时间、地点和参加人员'),
    ...form.head
      .filter(({ key }) => key !== 'cause')
      .map(({ key, label }) => plain(`${label}：${head[key] ?? ''}`)),
    ...people,
    heading('三、调查人员提出的事实、证据和建议'),
    ...said('case', ['investigator']),
    ...said('evidence', ['investigator']),
    heading('四、当事人及其代理人的意见'),
    ...said('defence', ['party', 'agent']),
    ...said('evidence', ['party', 'agent']),
    ...said('final', ['party', 'agent']),
    ...OWN.flatMap(([title, gap]) => [heading(title), plain(`【待补：${gap}】`)]),
    { kind: 'sign', text: `听证主持人：${leads ?? '【待补：听证主持人】'}（签名）` },
    { kind: 'sign', text: '【待补：日期】' },
  ];
}

function plain(text: string): RecordParagraph {
  return { kind: 'body', text };
}

function heading(text: string): RecordParagraph {
  return { kind: 'heading', text };
}
