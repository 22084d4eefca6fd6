import type { CaseFile } from '../../cases/case-file.ts';
import { chineseDay } from '../../law/dates.ts';
import { gap, type Paragraph, paragraph, type Sentence, say } from '../draft.ts';

/** 告知、陈述申辩和听证. That the party said nothing is written only when the file says so. */
export function noticeAndDefence(file: CaseFile): Paragraph[] {
  return [notice(file), ...defence(file), ...hearing(file)];
}

function notice(file: CaseFile): Paragraph {
  const index = (file.priorNotices?.length ?? 0) - 1;
  const last = file.priorNotices?.[index];
  const path = `priorNotices.${index}`;
  if (!last?.servedOn) {
    return paragraph('body', say(`${gap('事先告知书送达日期')}，本机关向当事人送达行政处罚事先告知书。`));
  }
  const rights = [
    last.rights?.includes('statement') ? '陈述' : '',
    last.rights?.includes('defence') ? '申辩' : '',
    last.rights?.includes('hearing') ? '要求听证' : '',
  ].filter((right) => right !== '');
  const told = rights.length > 0 ? `${rights.join('、')}的权利` : gap('告知的权利');
  const states = last.states ?? {};
  const content = [
    states.content ? '拟作出的行政处罚内容' : '',
    states.facts ? '事实' : '',
    states.reasons ? '理由' : '',
    states.basis ? '依据' : '',
  ].filter((part) => part !== '');
  return paragraph(
    'body',
    say(
      `${chineseDay(last.servedOn)}，本机关向当事人送达行政处罚事先告知书${last.number ? `（${last.number}）` : ''}，告知${content.length > 0 ? `${content.join('、')}以及` : ''}其依法享有${told}。`,
      [
        `${path}.servedOn`,
        ...(last.number ? [`${path}.number`] : []),
        ...(last.rights ? [`${path}.rights`] : []),
      ],
    ),
  );
}

function defence(file: CaseFile): Paragraph[] {
  const { defence } = file;
  if (defence?.waivedOn) {
    return [
      body(say(`${chineseDay(defence.waivedOn)}，当事人书面表示放弃陈述、申辩。`, ['defence.waivedOn'])),
    ];
  }
  if (defence?.submitted === false) {
    return [body(say('当事人在规定期限内未提出陈述、申辩意见。', ['defence.submitted']))];
  }
  if (!defence?.submitted) return [body(say(gap('当事人是否陈述、申辩')))];
  const points = defence.points ?? [];
  const opened = `${defence.submittedOn ? chineseDay(defence.submittedOn) : gap('陈述申辩日期')}，当事人提出陈述、申辩意见。`;
  return [
    body(
      say(opened, ['defence.submitted', ...(defence.submittedOn ? ['defence.submittedOn'] : [])]),
      points.length === 0 ? say(gap('陈述申辩的各项意见及答复')) : undefined,
    ),
    ...points.map((point, index) => {
      const path = `defence.points.${index}`;
      const verdict = point.adopted === undefined ? gap('是否采纳') : point.adopted ? '予以采纳' : '不予采纳';
      const answer = point.answer?.replace(/。$/, '') ?? gap('采纳或者不采纳的理由');
      return body(
        say(`当事人提出：${point.text.replace(/。$/, '')}。`, [`${path}.text`]),
        say(`经复核，本机关${verdict}，理由是：${answer}。`, [
          ...(point.adopted === undefined ? [] : [`${path}.adopted`]),
          ...(point.answer ? [`${path}.answer`] : []),
        ]),
      );
    }),
  ];
}

function hearing(file: CaseFile): Paragraph[] {
  const { hearing } = file;
  const offered =
    hearing?.toldOn !== undefined || file.priorNotices?.some((notice) => notice.rights?.includes('hearing'));
  if (hearing?.heldOn) {
    const requested = hearing.requestedOn
      ? say(`${chineseDay(hearing.requestedOn)}，当事人申请听证。`, ['hearing.requestedOn'])
      : undefined;
    const points = (hearing.record?.points ?? []).map((point, index) =>
      say(
        `当事人在听证中提出：${point.text.replace(/。$/, '')}。本机关认为：${point.answer?.replace(/。$/, '') ?? gap('对听证意见的答复')}。`,
        [`hearing.record.points.${index}`],
      ),
    );
    return [
      body(
        requested,
        say(`${chineseDay(hearing.heldOn)}，本机关依法举行听证，并制作听证笔录。`, ['hearing.heldOn']),
        ...points,
      ),
    ];
  }
  if (hearing?.waivedOn) {
    return [body(say(`${chineseDay(hearing.waivedOn)}，当事人书面表示放弃听证。`, ['hearing.waivedOn']))];
  }
  if (hearing?.requested === false) {
    return offered ? [body(say('当事人在规定期限内未申请听证。', ['hearing.requested']))] : [];
  }
  return offered || hearing?.requested ? [body(say(gap('当事人是否申请听证及听证情况')))] : [];
}

function body(...sentences: (Sentence | undefined)[]): Paragraph {
  return paragraph('body', ...sentences);
}
