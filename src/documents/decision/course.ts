import type { Act, CaseFile } from '../../cases/case-file.ts';
import { chineseDay, type Day, dayOf } from '../../law/dates.ts';
import { gap, type Paragraph, paragraph, type Sentence, say } from '../draft.ts';

const ACTS: Record<Act['kind'], string> = {
  inspection: '进行了现场检查',
  interview: '进行了询问',
  sampling: '进行了抽样取证',
  preservation: '对有关证据采取了先行登记保存措施',
  seizure: '采取了查封、扣押措施',
  other: '进行了调查取证',
};

/** 案件来源和调查经过: clue, filing, and each act of investigation with its day and officers, in the order of the days. */
export function course(file: CaseFile): Paragraph[] {
  const filed = file.filing?.approvedOn;
  const clue = file.violation.discoveredOn ?? file.filing?.clueOn;
  const cluePath = file.violation.discoveredOn ? 'violation.discoveredOn' : 'filing.clueOn';
  const source = clue
    ? say(`${chineseDay(clue)}，本机关发现当事人涉嫌${file.cause}的线索。`, [cluePath, 'cause'])
    : undefined;
  const filing =
    file.procedure === 'summary'
      ? undefined
      : say(
          `${filed ? chineseDay(filed) : gap('立案日期')}，本机关对当事人涉嫌${file.cause}一案立案调查。`,
          filed ? ['filing.approvedOn', 'cause'] : ['cause'],
        );
  const acts = (file.acts ?? []).map((act, index) => ({
    day: dayOfAct(act),
    sentence: actSentence(file, act, index),
  }));
  const before = acts.filter(({ day }) => day !== undefined && filed !== undefined && day < filed);
  const after = acts.filter((act) => !before.includes(act));
  const closed = file.closingReport?.date;
  return [
    paragraph('body', source, ...before.map((act) => act.sentence), filing),
    paragraph('body', ...after.map((act) => act.sentence)),
    paragraph(
      'body',
      closed ? say(`${chineseDay(closed)}，案件调查终结。`, ['closingReport.date']) : undefined,
    ),
  ].filter((entry) => entry.sentences.length > 0);
}

function dayOfAct(act: Act): Day | undefined {
  return act.date ?? (act.startedAt ? dayOf(act.startedAt) : undefined);
}

function actSentence(file: CaseFile, act: Act, index: number): Sentence {
  const path = `acts.${index}`;
  const day = dayOfAct(act);
  const names = (act.officers ?? [])
    .map((id) => file.officers?.find((officer) => officer.id === id)?.name)
    .filter((name) => name !== undefined);
  const who = names.length > 0 ? `执法人员${names.join('、')}` : '执法人员';
  const place = act.place ? `在${act.place}` : '';
  const whom = act.kind === 'interview' ? `对${act.interviewee ?? gap('被询问人')}` : '';
  const shown = act.certificatesShown ? '出示执法证件后' : '';
  const facts = [
    day ? (act.date ? `${path}.date` : `${path}.startedAt`) : '',
    names.length > 0 ? `${path}.officers` : '',
    act.place ? `${path}.place` : '',
    act.interviewee ? `${path}.interviewee` : '',
    act.certificatesShown ? `${path}.certificatesShown` : '',
  ].filter((fact) => fact !== '');
  return say(
    `${day ? chineseDay(day) : gap('调查日期')}，${who}${shown}${place}${whom}${ACTS[act.kind]}。`,
    facts,
  );
}
