import { addDays, chineseDay, type Day } from '../../../law/dates.ts';
import { type Referral, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { referralSent } from '../../crime/referral-sent.ts';
import { type Answer, combine, met, notApplicable, rule, unclear } from '../../rules/rule.ts';

export const policeAnswer = rule({
  id: 'C8-07',
  criterion: 8,
  question: '移送后公安机关是否已签回执，并在受理后三日内答复？',
  severity: 'info',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '7',
      gist: '公安机关在移送书的回执上签字。',
      from: TRANSFER_FROM,
      states: ['回执上签字'],
    },
    {
      law: TRANSFER_RULES,
      article: '8',
      gist: '公安机关自接受之日起三日内审查，决定立案或者不立案并书面通知。',
      from: TRANSFER_FROM,
      states: ['３日内'],
    },
  ],
  reading:
    '期限约束的是公安机关，逾期没有答复不是本机关的过错，只提醒催问，不作不符合。三日按自然日计算，接受的当日不算。',
  about: referralSent,
  decide: (referral, { today }) => {
    const answers = [receipt(referral), reply(referral, today)];
    return combine(answers, answers[0]!);
  },
});

function receipt({ receiptSigned }: Referral): Answer {
  const paths = ['referral.receiptSigned'];
  return receiptSigned
    ? met('公安机关已签回执。', paths)
    : unclear(
        receiptSigned === undefined ? '公安机关是否签回执没有载明。' : '公安机关还没有签回执，宜请其签字。',
        ['公安机关的回执'],
        paths,
      );
}

function reply({ receivedOn, police }: Referral, today: Day): Answer {
  const paths = ['referral.receivedOn', 'referral.police.decision', 'referral.police.decidedOn'];
  if (!receivedOn) return unclear('公安机关受理的日期没有载明。', ['公安机关受理日'], paths);
  const last = addDays(receivedOn, 3);
  const steps = { steps: [`受理${chineseDay(receivedOn)}`, `第三日${chineseDay(last)}`] };
  const found = `公安机关${chineseDay(receivedOn)}受理，最迟${chineseDay(last)}决定`;
  if (!police) {
    return today > last
      ? { ...unclear(`${found}，案卷没有答复，宜催问。`, ['公安机关的决定'], paths), ...steps }
      : notApplicable(`${found}，期限未到。`, paths);
  }
  if (!police.decidedOn) return unclear('公安机关决定的日期没有载明。', ['公安机关决定的日期'], paths);
  const late = police.decidedOn > last ? '，超过三日，不是本机关的过错' : '';
  return met(`${found}，${chineseDay(police.decidedOn)}决定${late}。`, paths, steps);
}
