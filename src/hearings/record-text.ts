import { chineseDay } from '../law/dates.ts';
import { type HearingRecord, LEFT_OUT, type RecordLine } from './hearing-record.ts';
import type { RecordForm } from './record-forms.ts';
import { SPEAKER_ROLES, type SpeakerRole } from './speaker-roles.ts';

/** A paragraph of the printed record. */
export interface RecordParagraph {
  kind: 'title' | 'body' | 'heading' | 'sign';
  text: string;
}

/** What stands under the title until those present have confirmed the text. */
export const NOT_YET = '草稿：由录音转写稿整理，未经到场人员核对签名，不是笔录。';

/** The record as it is printed and signed: head, who came, the parts with what was said, the confirmation. */
export function recordText(
  { body, confirmed }: Pick<HearingRecord, 'body' | 'confirmed'>,
  form: RecordForm,
): RecordParagraph[] {
  const paragraphs: RecordParagraph[] = [
    { kind: 'title', text: confirmed ? form.title : `${form.title}（草稿）` },
    ...(confirmed ? [] : [{ kind: 'body' as const, text: NOT_YET }]),
    ...form.head.map(({ key, label }) =>
      plain(`${label}：${body.head[key]?.trim() || `【待补：${label}】`}`),
    ),
    ...peopleLines(body.attendance),
  ];
  for (const { key, label } of form.parts) {
    paragraphs.push({ kind: 'heading', text: label });
    const lines = body.lines.filter((line) => line.part === key);
    if (lines.length > 0) paragraphs.push(...lines.map((line) => plain(lineWords(line))));
    else paragraphs.push(plain(body.empty[key]?.trim() || `【待补：${label}】`));
  }
  if (!confirmed) return paragraphs;
  const how = confirmed.checked === 'read' ? '已由到场人员阅看' : '已向到场人员宣读';
  const corrections = confirmed.corrections.trim();
  paragraphs.push(
    { kind: 'heading', text: '核对和签名' },
    plain(
      `以上笔录共 ${confirmed.pages} 页，${how}${corrections ? `，补充、更正如下：${corrections}` : '，没有补充、更正'}。`,
    ),
    ...confirmed.people.map(({ role, name, outcome, reason }) =>
      plain(
        outcome === 'signed'
          ? `${SPEAKER_ROLES[role]} ${name}：逐页签名或者盖章。`
          : `${SPEAKER_ROLES[role]} ${name}：拒绝签名或者盖章（${reason}）。`,
      ),
    ),
    ...(confirmed.refusalNotedBy
      ? [plain(`以上拒绝签名的情况由听证主持人${confirmed.refusalNotedBy}注明。`)]
      : []),
    { kind: 'sign', text: chineseDay(confirmed.signedOn) },
  );
  return paragraphs;
}

/** 主持人：…… */
function lineWords({ role, speaker, text }: RecordLine): string {
  const name = role === undefined ? speaker : SPEAKER_ROLES[role];
  return name ? `${name}：${text}` : text;
}

/** What is in the record of one speaker's words in one part, such as the points of the defence. */
export function wordsOfPart(lines: RecordLine[], part: string, roles: SpeakerRole[]): string[] {
  return lines
    .filter((line) => line.part === part && line.part !== LEFT_OUT && line.role && roles.includes(line.role))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
}

function peopleLines(attendance: HearingRecord['body']['attendance']): RecordParagraph[] {
  const lines = Object.entries(SPEAKER_ROLES).flatMap(([role, label]) => {
    const people = attendance.filter((one) => one.role === role);
    if (people.length === 0) return [];
    const names = people.map(({ name, present }) => `${name}（${present ? '到场' : '未到场'}）`);
    return [plain(`${label}：${names.join('、')}`)];
  });
  return lines;
}

function plain(text: string): RecordParagraph {
  return { kind: 'body', text };
}
