import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';
import { beforeDecision, decisionDay } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { priorNotices, type ServedNotice } from '../../steps/prior-notices.ts';

/** Words by which another paper shows that the party was told: then the notice is only not on file. */
const TOLD = /事先告知|告知书|告知.{0,12}(?:陈述|申辩|听证|处罚)|(?:陈述|申辩|听证|处罚).{0,6}告知/;
const STATED = { content: '拟处罚内容', facts: '事实', reasons: '理由', basis: '依据' } as const;

/** C3-03 决定前告知. */
export const noticeBeforeDecision = rule({
  id: 'C3-03',
  criterion: 3,
  question: '作出决定前，是否已告知拟处罚的内容及事实、理由、依据？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(44, '决定前告知拟处罚内容及事实、理由、依据和各项权利'),
    penaltyLaw(62, '未告知或者拒绝听取陈述申辩的不得决定，当事人明确放弃的除外'),
    formerPenaltyLaw(31, '决定前告知事实、理由、依据和各项权利'),
    formerPenaltyLaw(41, '未告知或者拒绝听取陈述申辩的，决定不能成立，当事人放弃的除外'),
  ],
  reading:
    '告知与决定同日的，只有告知后书面放弃陈述申辩才符合；当场处罚可以口头告知，与决定同日的符合，没有记载的不作结论；已经成卷的普通程序案件没有告知材料的，视为没有告知；“拟处罚内容”是2021年增加的告知事项，此前的告知不查。',
  lawOf: ({ file }) => priorNotices(file)[0]?.servedOn,
  about: ({ file, profile }) => {
    const made = decisionDay(file);
    if (isAnswer(made) && made.answer === 'unclear') return made;
    const notices = priorNotices(file);
    if (notices.length > 0) return { notices, made: isAnswer(made) ? undefined : made };
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚，不需告知拟作出的处罚。', ['decision.result']);
    }
    if (isAnswer(made)) return notApplicable('案件尚未作出决定，也尚未告知；作出决定前应当告知。');
    if (beforeDecision(file)) {
      return notApplicable('决定书尚为草稿，尚未告知；作出决定前应当告知。', ['decision.draft']);
    }
    if (file.procedure === 'summary') {
      return unclear('当场处罚前可以口头告知，案卷没有告知的记载。', ['当场处罚前的告知'], ['procedure']);
    }
    if (file.priorNotices) {
      return notMet(`${chineseDay(made)}作出决定前应当告知，没有告知。`, ['priorNotices', 'decision.date']);
    }
    return dossierLacks(file, profile, ['prior-notice', 'hearing-right-notice'], TOLD)
      ? notMet(`${chineseDay(made)}作出决定前应当告知，案卷已经成卷，没有告知书。`, [
          'decision.date',
          'decision.draft',
          'papers',
        ])
      : unclear('案卷没有事先告知的记载。', ['事先告知书'], ['decision.date']);
  },
  decide: ({ notices, made }, { file }) => {
    if (!made) return combine([served(notices.at(-1)!), contents(notices.at(-1)!, file)], met('', []));
    const known = notices.filter(({ servedOn }) => servedOn !== undefined);
    const before = known.filter(({ servedOn }) => inTime(servedOn!, made, file)).at(-1);
    if (before) {
      return combine(
        [met(order(before, made, file), [...before.paths, 'decision.date']), contents(before, file)],
        met('', []),
      );
    }
    if (known.length < notices.length) return served(notices.at(-1)!);
    const late = known[0]!;
    return notMet(
      `告知应在${chineseDay(made)}作出决定之前，实际于${chineseDay(late.servedOn!)}送达${late.servedOn === made ? '，与决定同日且没有书面放弃陈述申辩' : ''}。`,
      [...late.paths, 'decision.date'],
    );
  },
});

function inTime(servedOn: Day, made: Day, { defence, procedure }: CaseFile): boolean {
  if (servedOn < made) return true;
  // On the spot the party is told, heard and handed the decision in one visit (行政处罚法 51, 52).
  if (procedure === 'summary') return servedOn === made;
  const waived = defence?.waivedOn;
  return servedOn === made && waived !== undefined && waived >= servedOn && waived <= made;
}

function order({ servedOn }: ServedNotice, made: Day, { defence, procedure }: CaseFile): string {
  if (servedOn === made && procedure === 'summary') return `${chineseDay(made)}当场告知并作出决定。`;
  const same = servedOn === made ? `，当事人于${chineseDay(defence?.waivedOn ?? made)}书面放弃陈述申辩` : '';
  return `告知于${chineseDay(servedOn!)}送达，决定于${chineseDay(made)}作出${same}。`;
}

function served({ servedOn, conflict, path, paths }: ServedNotice): Answer {
  if (servedOn) return met(`告知已于${chineseDay(servedOn)}送达，尚未作出决定。`, paths);
  return conflict
    ? unclear('事先告知书的送达日期在案卷中前后不一，需核实。', ['事先告知书的送达日期'], paths)
    : unclear('案卷未载明事先告知书的送达日期。', ['事先告知书的送达日期'], [path]);
}

function contents({ notice, path, servedOn }: ServedNotice, { papers = [] }: CaseFile): Answer {
  const former = (servedOn ?? notice.date ?? REVISED_ON) < REVISED_ON;
  const asked = (Object.keys(STATED) as (keyof typeof STATED)[]).filter(
    (key) => !former || key !== 'content',
  );
  const names = (keys: typeof asked) => keys.map((key) => STATED[key]).join('、');
  const paths = asked.map((key) => `${path}.states.${key}`);
  const own = papers.filter(({ kind, id }) => (notice.paper ? id === notice.paper : kind === 'prior-notice'));
  const baseless = own.length === 1 && notice.date !== undefined && citesNothing(own[0]?.text);
  const words = own.length === 1 && notice.date !== undefined ? own[0]?.text : undefined;
  const silent = words !== undefined && words !== '' && !notice.penalties && !IMPOSES.test(words);
  const absent = asked.filter(
    (key) =>
      notice.states?.[key] === false ||
      (key === 'basis' && !notice.states?.basis && baseless) ||
      (key === 'content' && !notice.states?.content && silent),
  );
  if (absent.length > 0) return notMet(`告知书应载明${names(asked)}，缺少${names(absent)}。`, paths);
  const unknown = asked.filter((key) => notice.states?.[key] === undefined);
  if (unknown.length > 0) {
    return unclear(
      `告知书是否载明${names(unknown)}，没有人核对。`,
      [`告知书载明的${names(unknown)}`],
      [path],
    );
  }
  return met(`告知书载明了${names(asked)}。`, paths);
}

/** A word of any penalty. */
const IMPOSES =
  /罚款|没收|警告|通报批评|吊销|暂扣|降低|撤销|限制|停产|停业|关闭|拘留|从业|禁止|不得|停止|整顿|取缔|驱逐|不予|免予/;

/** Rules on how penalties are imposed, which are the basis of none. */
const OF_PROCEDURE = /行政处罚法|处罚程序|程序规定|听证|告知书|文书/;
/** 参照该法第五条: an article without the title of its law. */
const BARE_ARTICLE = /(?:条例|办法|细则|规定|[^罚]法)第[\d一二三四五六七八九十百]+条/;

/** Whether a notice names no law but those on how penalties are imposed: then it tells no basis. */
function citesNothing(text = ''): boolean {
  const titles = [...text.matchAll(/《([^》\n]+)》/g)].map(([, title = '']) => title);
  const rest = text.replaceAll(/《[^》\n]+》/g, '');
  return titles.length > 0 && titles.every((title) => OF_PROCEDURE.test(title)) && !BARE_ARTICLE.test(rest);
}
