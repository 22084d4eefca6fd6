import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { gap, type Paragraph, paragraph, type Sentence, say } from '../draft.ts';

/** 行政复议法 2023: reconsideration is concentrated at governments from this day. */
const CONCENTRATED = '2024-01-01';
const ARL = '中华人民共和国行政复议法';

/**
 * 权利救济, from blocks only: sixty days (行政复议法 20; 9 before 2024), the body by the kind of agency
 * (24, 25, 27; 12 before), six months at the named court (行政诉讼法 46), reconsideration first for
 * on-the-spot penalties (23), and that neither stays execution (行政处罚法 73(1); 45 before 2021-07-15).
 */
export function remediesBlock(file: CaseFile, on: Day): Paragraph[] {
  const body = reconsiderationBody(file, on);
  const court = file.decision?.remedies?.court ?? file.agency.court;
  const courtPath = file.decision?.remedies?.court ? 'decision.remedies.court' : 'agency.court';
  const suit = court ?? gap('有管辖权的人民法院');
  const first = file.procedure === 'summary' && on >= CONCENTRATED;
  const origins = [...body.facts, ...(court ? [courtPath] : [])];
  const months = '六个月内';
  const text = first
    ? `当事人对本决定不服的，应当先自收到本决定书之日起六十日内向${body.text}申请行政复议；对行政复议决定不服的，可以依法向${suit}提起行政诉讼。`
    : `当事人对本决定不服的，可以自收到本决定书之日起六十日内向${body.text}申请行政复议，也可以自收到本决定书之日起${months}向${suit}提起行政诉讼。`;
  const online = file.services?.some((service) => service.confirmationOn) && on >= CONCENTRATED;
  const sentences: (Sentence | undefined)[] = [
    say(text, origins, [
      `${ARL} ${on >= CONCENTRATED ? '20' : '9'}`,
      '中华人民共和国行政诉讼法 46',
      body.rule,
    ]),
    online
      ? say(`当事人也可以通过${gap('互联网申请行政复议的渠道')}提出行政复议申请。`, [], [`${ARL} 22`])
      : undefined,
    say(
      '行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。',
      [],
      [`中华人民共和国行政处罚法 ${on >= '2021-07-15' ? '73' : '45'}`],
    ),
  ];
  return [paragraph('body', ...sentences)];
}

function reconsiderationBody(file: CaseFile, on: Day): { text: string; facts: string[]; rule: string } {
  const { agency } = file;
  const named = file.decision?.remedies?.reconsiderationBody;
  const byPerson = named ? { text: named, facts: ['decision.remedies.reconsiderationBody'] } : undefined;
  if (agency.system === 'vertical') {
    return {
      ...(byPerson ?? { text: gap('上一级主管部门名称'), facts: [] }),
      rule: `${ARL} ${on >= CONCENTRATED ? '27' : '12'}`,
    };
  }
  if (agency.system === 'state-council') {
    return { text: agency.name, facts: ['agency.name'], rule: `${ARL} ${on >= CONCENTRATED ? '25' : '14'}` };
  }
  const government = agency.government;
  if (agency.level === 'town') {
    return {
      ...(byPerson ?? { text: gap('上一级人民政府名称'), facts: [] }),
      rule: `${ARL} ${on >= CONCENTRATED ? '24' : '13'}`,
    };
  }
  if (on >= CONCENTRATED) {
    const text = government ?? gap('本级人民政府名称');
    return { text, facts: government ? ['agency.government'] : [], rule: `${ARL} 24` };
  }
  const upper = named && named !== government ? named : gap('上一级主管部门名称');
  return {
    text: `${government ?? gap('本级人民政府名称')}或者${upper}`,
    facts: [...(government ? ['agency.government'] : []), ...(byPerson?.facts ?? [])],
    rule: `${ARL} 12`,
  };
}
