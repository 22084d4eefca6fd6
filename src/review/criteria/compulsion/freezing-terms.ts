import { chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { COMPULSION_WORKING_DAYS, compulsionLaw, isCompulsionLaw } from '../../rules/compulsion-law.ts';
import { type Compulsion, compulsionRule, startOf } from '../../rules/compulsion-rule.ts';
import {
  type ActContext,
  type Answer,
  isAnswer,
  met,
  notApplicable,
  notMet,
  unclear,
} from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { endedInTime } from './measure-limit.ts';

const DELIVERY = 3;

/** QZ-10 冻结存款、汇款. */
export const freezingTerms = compulsionRule({
  id: 'QZ-10',
  criterion: 3,
  question:
    '冻结是否有法律授权、数额相当，三个工作日内交付决定书，三十日内（延长不超过三十日）处理或者解除？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    compulsionLaw(29, '冻结由法律规定的机关实施，不得委托', { paragraph: 1 }),
    compulsionLaw(29, '数额与涉案金额相当，不得重复冻结', { paragraph: 2, states: ['相当', '重复冻结'] }),
    compulsionLaw(30, '依批准、两人、出示证件、笔录的规定，并向金融机构交付通知书', { paragraph: 1 }),
    compulsionLaw(31, '三日内向当事人交付冻结决定书', { states: ['三日内'] }),
    compulsionLaw(32, '三十日内处理或者解除，经批准可延长不超过三十日，法律另有规定的除外', {
      paragraph: 1,
      states: ['三十日内', '不得超过三十日'],
    }),
    compulsionLaw(32, '延长的决定及时书面告知并说明理由', { paragraph: 2 }),
    COMPULSION_WORKING_DAYS,
  ],
  reading:
    '三日按工作日、三十日按自然日计算，冻结当日不计；数额相当的，不高于涉案金额；另行规定的期限只认法律。',
  kinds: ['freezing'],
  none: '案卷没有冻结存款、汇款。',
  judge: (entry, path, context) => {
    const ended = endedInTime(entry, path, context);
    const delivery = delivered(entry, path, context);
    const before = [byLaw(entry, path, context), proportionate(entry, path), notTwice(entry, path)];
    // A period that still runs leaves the rest open, not met.
    const all = [...before, delivery, ended];
    const settled = all.every(({ answer }) => answer === 'met' || answer === 'not-applicable');
    const running = all.find(({ answer }) => answer === 'not-applicable');
    return settled && running ? running : all;
  },
});

function byLaw({ basis }: Compulsion, path: string, { book }: ActContext): Answer {
  const paths = [`${path}.basis`];
  if (!basis) return unclear('冻结的法律依据没有载明。', ['冻结的法律依据'], paths);
  const levels = basis.map(({ law, level }) => ({ law, level: book.levelOf(law) ?? level }));
  const found = levels.find(({ law, level }) => level === 'law' && !isCompulsionLaw(law));
  if (found) return met(`冻结依据法律《${found.law}》。`, paths);
  const open = levels.filter(({ level }) => !level).map(({ law }) => `《${law}》的规范层级`);
  if (levels.length > 0 && levels.every(({ law }) => isCompulsionLaw(law))) {
    return unclear('案卷只引用《行政强制法》，该法不授权具体机关冻结。', ['授权冻结的法律'], paths);
  }
  return open.length > 0
    ? unclear(`不能确定${open.join('、')}。`, open, paths)
    : notMet('冻结只能由法律规定的机关实施，本案没有引用法律。', paths);
}

function proportionate({ freezing }: Compulsion, path: string): Answer {
  const paths = [`${path}.freezing.amount`, `${path}.freezing.involved`];
  const { amount, involved } = freezing ?? {};
  if (amount === undefined || involved === undefined) {
    return unclear('冻结数额或者涉案金额没有载明。', ['冻结数额和涉案金额'], paths);
  }
  const found = `冻结${yuan(fen(amount))}，涉案金额${yuan(fen(involved))}`;
  return fen(amount) <= fen(involved)
    ? met(`${found}，数额相当。`, paths)
    : notMet(`${found}，冻结超过涉案金额。`, paths);
}

function notTwice({ freezing }: Compulsion, path: string): Answer {
  const paths = [`${path}.freezing.frozenByOther`];
  if (freezing?.frozenByOther === undefined) {
    return unclear('是否已被其他国家机关冻结没有载明。', ['是否已被其他国家机关冻结'], paths);
  }
  return freezing.frozenByOther
    ? notMet('已被其他国家机关冻结，不得重复冻结。', paths)
    : met('没有重复冻结。', paths);
}

function delivered(entry: Compulsion, path: string, { today }: ActContext): Answer {
  const start = startOf(entry, path);
  if (!start) return unclear('冻结日期没有载明。', ['冻结日期'], [path]);
  const served = entry.freezing?.decisionServedOn;
  const paths = [start.path, `${path}.freezing.decisionServedOn`];
  const count = withinWorkingDays(start.day, DELIVERY, served ?? today, paths);
  if (isAnswer(count)) return count;
  const need = `${chineseDay(start.day)}冻结，最迟应于${count.last}交付决定书`;
  if (!served) {
    return count.within
      ? notApplicable(`${need}，期限未满。`, paths)
      : unclear(`${need}，交付日期没有载明。`, ['冻结决定书的交付日期'], paths);
  }
  const found = `${need}，实际于${chineseDay(served)}交付`;
  return count.within
    ? met(`${found}，在期限内。`, paths, { steps: count.steps })
    : notMet(`${found}，超过三个工作日。`, paths, { steps: count.steps });
}
