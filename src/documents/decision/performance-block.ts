import type { CaseFile } from '../../cases/case-file.ts';
import type { Profile } from '../../corpus/profile.ts';
import { citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { gap, type Paragraph, paragraph, say } from '../draft.ts';
import { penaltiesOf } from './basis-and-result.ts';

const PENALTY_LAW = '中华人民共和国行政处罚法';
const NEW_LAW = '2021-07-15';

/**
 * 履行方式和期限: fifteen days from receipt and the collecting body (67(3); 46(3) before 2021-07-15),
 * the late fine of three per cent a day (72(1)(1); 51(1) before) up to the principal (行政强制法 45(2)).
 */
export function performanceBlock(file: CaseFile, on: Day): Paragraph[] {
  const { list, path } = penaltiesOf(file);
  const given = file.decision?.performance;
  const payable = list.some((entry) => entry.type === 'fine' || entry.type === 'confiscate-gains');
  if (!payable) {
    const silent =
      list.length > 0 && list.every((entry) => entry.type === 'warning' || entry.type === 'public-criticism');
    const manner = given?.manner ?? (silent ? undefined : gap('履行方式'));
    return [
      paragraph(
        'body',
        say(
          `当事人应当自收到本决定书之日起履行本决定${manner ? `，履行方式：${manner.replace(/。$/, '')}` : ''}。`,
          given?.manner ? ['decision.performance.manner'] : [path],
        ),
      ),
    ];
  }
  const current = on >= NEW_LAW;
  const pay = current
    ? { law: PENALTY_LAW, article: '67', paragraph: 3 }
    : { law: PENALTY_LAW, article: '46', paragraph: 3 };
  const late = current
    ? { law: PENALTY_LAW, article: '72', paragraph: 1, item: 1 }
    : { law: PENALTY_LAW, article: '51', item: 1 };
  const where = given?.collectingBody ?? gap('收缴罚款的银行名称、地址或者电子支付方式');
  const fined = list.some((entry) => entry.type === 'fine');
  return [
    paragraph(
      'body',
      say(
        `当事人应当自收到本决定书之日起十五日内，到${where}缴纳${fined ? '罚款' : '没收款'}${current ? '，也可以通过电子支付系统缴纳' : ''}。`,
        given?.collectingBody ? ['decision.performance.collectingBody'] : [],
        [citationText(pay)],
      ),
      fined
        ? say(
            `到期不缴纳罚款的，依据${citationText(late)}，本机关可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。`,
            [],
            [citationText(late)],
          )
        : undefined,
    ),
  ];
}

/** 公示告知 (market supervision: information disclosure rules 8). */
export function publicationBlock(file: CaseFile, profile: Profile): Paragraph[] {
  if (file.field !== 'market' && file.field !== 'food') return [];
  const disclosed: Paragraph = paragraph('body', {
    text: '本机关将依法公示本行政处罚决定信息。',
    from: profile.disclosure ? [{ profile: profile.disclosure.source }] : [],
    by: 'rule',
  });
  return [disclosed];
}
