import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay, type Day } from '../../../law/dates.ts';
import { judgeEach } from '../../rules/judge-each.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
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
import { defencePeriod } from '../../steps/defence-period.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { priorNotices } from '../../steps/prior-notices.ts';
import { replyInPapers } from '../../words/reply-in-papers.ts';

type Defence = NonNullable<CaseFile['defence']>;

/** C3-05 陈述申辩的复核. */
export const defenceChecked = rule({
  id: 'C3-05',
  criterion: 3,
  question: '当事人的陈述申辩是否逐点复核，并说明采纳与否的理由？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(45, '充分听取并复核当事人的意见，成立的应采纳', { paragraph: 1 }),
    penaltyLaw(62, '拒绝听取陈述申辩的不得决定，当事人明确放弃的除外'),
    formerPenaltyLaw(32, '充分听取并复核当事人的意见，成立的应采纳', { paragraph: 1 }),
    formerPenaltyLaw(41, '拒绝听取陈述申辩的，决定不能成立，当事人放弃的除外'),
  ],
  reading:
    '法律没有规定陈述申辩的天数，以告知书载明的期限为准，写明“五日”而没有写工作日的，按日历日未满的才指出、按工作日已满的才符合；各点是否答复以经人录入的为准。',
  about: ({ file }) => {
    const { defence } = file;
    if (defence?.submitted !== undefined) return defence;
    if (defence?.waivedOn) return { ...defence, submitted: false };
    if (endsWithoutPenalty(file)) {
      return notApplicable('本案决定没有给予行政处罚，案卷没有陈述申辩。', ['decision.result']);
    }
    if (beforeDecision(file)) return notApplicable('案件尚未作出决定，当事人尚未陈述申辩。');
    return decidedTooSoon(file) ?? unclear('案卷未载明当事人是否陈述申辩。', ['是否陈述申辩']);
  },
  decide: (defence, { file }) => {
    const made = decisionDay(file);
    if (isAnswer(made) && made.answer === 'unclear') return made;
    const day = isAnswer(made) ? undefined : made;
    if (defence.submitted) return answered(defence, file, day);
    return (day && overlooked(file)) || periodOver(defence, file, day);
  },
});

/** Words of whoever wants to say nothing more. */
const CONTENT =
  /放弃|无异议|没有异议|无意见|没有意见|不(?:再)?(?:提出|要求|进行|作|做)?(?:陈述|申辩)|接受处罚|同意处罚/;

const QUOTED = 60;

/** Nobody says what the party did with its right, and the decision came while it could still use it. */
function decidedTooSoon(file: CaseFile): Answer | undefined {
  const made = file.decision?.date;
  const last = priorNotices(file).at(-1);
  const told =
    last && !last.notice.defenceUntil && file.procedure === 'ordinary'
      ? defencePeriod(last, file)
      : undefined;
  if (!made || !told || made > told.first || file.papers?.some(({ text }) => CONTENT.test(text ?? '')))
    return undefined;
  return notMet(
    `告知书载明的陈述申辩期限至${chineseDay(told.first)}，决定于${chineseDay(made)}作出，期限未满，案卷也没有放弃陈述申辩的材料。`,
    ['decision.date', ...told.paths],
  );
}

function answered(
  { points, checkedOn, submittedOn }: Defence,
  { decision, papers = [] }: CaseFile,
  made?: Day,
): Answer {
  if (made && submittedOn && submittedOn > made) {
    return notApplicable(`当事人于${chineseDay(submittedOn)}才陈述申辩，在决定之后。`, [
      'defence.submittedOn',
    ]);
  }
  const ignored = made ? (ignoredIn(papers) ?? leftAside(papers)) : undefined;
  if (ignored) return ignored;
  if (!points || points.length === 0) {
    return unclear('当事人的陈述申辩要点没有录入。', ['陈述申辩要点及答复'], ['defence']);
  }
  const answers = judgeEach(
    points,
    ({ text, adopted, answer }, index) => {
      const path = `defence.points.${index}`;
      if (adopted === undefined) {
        if (answer) return unclear(`“${text}”是否采纳没有载明。`, [`“${text}”是否采纳`], [path]);
        const reply = text ? replyInPapers(text, papers, points.length === 1) : undefined;
        return reply
          ? unclear(
              `“${text}”的答复没有录入，材料写有“${reply.words.slice(0, QUOTED)}”，是否就是答复需要人判断。`,
              [`“${text}”的答复`],
              [path, reply.path],
            )
          : notMet(`“${text}”没有复核答复。`, [path]);
      }
      return adopted || answer ? undefined : notMet(`“${text}”未予采纳，没有说明理由。`, [path]);
    },
    met(`当事人的${points.length}点意见均有答复。`, ['defence.points']),
  );
  const parts = [answers, checked(submittedOn, checkedOn, made)];
  if (made && !submittedOn) {
    parts.push(unclear('案卷未载明陈述申辩的日期，是否在决定之前不明。', ['陈述申辩日期'], ['defence']));
  }
  if (made) parts.push(inDecision(decision?.defenceAnswered));
  return combine(parts, answers);
}

const DENIED =
  /(?:未|没有|逾期未)[^。；，\n]{0,14}(?:提出|进行|提交|作)[^。；，\n]{0,6}(?:陈述|申辩)|(?:未|没有)(?:陈述|申辩)/;
const REFUSES = /不予采纳|不采纳|未予采纳/;
/** What an answer to a point of the defence is given with. */
const REASON =
  /因|由于|鉴于|经(?:复核|审查|查|核实)|理由|系|属于|不符合|不能|未能|不足以|没有|缺乏|不构成|不具有|不具备|已(?:经|予|在|作|是)|并非|应当|均?为|无法|仍|是/;

/** So many parts of a sentence before a refusal that only stands behind it in brackets may tell why: …；…。（不予采纳）. */
const LEADING = 3;

/** What the party claims gives no reason for refusing it. */
const CLAIM = /(?:当事人|你单位|你公司|你店|你)[^，]{0,40}(?:提出|陈述|申辩)[^，]*，/g;

/** The defence lies in the file, and the decision says there was none, or refuses it without a word of why. */
function ignoredIn(papers: NonNullable<CaseFile['papers']>): Answer | undefined {
  const decision = papers.findIndex(({ kind }) => kind === 'decision');
  const text = papers[decision]?.text;
  const filed = papers.flatMap(({ kind, text: words = '' }, index) =>
    kind === 'defence-record' && words ? [{ words, path: `papers.${index}.text` }] : [],
  );
  if (!text || filed.length === 0) return undefined;
  const paths = [`papers.${decision}.text`, ...filed.map(({ path }) => path)];
  const waived = filed.some(({ words }) => /放弃[^。；\n]{0,12}(?:陈述|申辩)/.test(words));
  if (!waived && DENIED.test(text) && !REFUSES.test(text))
    return notMet('案卷有当事人的陈述申辩，决定书却写明没有提出。', paths);
  const answers = [text, ...filed.map(({ words }) => words)].flatMap((words) =>
    words
      .split(/[。；\n]/)
      .flatMap((sentence, index, all) =>
        REFUSES.test(sentence)
          ? [
              `${all.slice(Math.max(0, index - (/^[（(]/.test(sentence) ? LEADING : 1)), index).join('，')}，${sentence}`,
            ]
          : [],
      ),
  );
  const bare = (words: string) => !REASON.test(words.replaceAll(CLAIM, ''));
  return answers.length > 0 && answers.every(bare)
    ? notMet('当事人的陈述申辩没有采纳，决定书和复核材料都没有说明理由。', paths)
    : undefined;
}

/** 该点未作复核, 本机关不予答复: what the agency says of itself. */
const LEFT_ASIDE =
  /(?:该[点项条]|该意见|[”"]|承办人|本机关|本局|我局|复核意见)[^。；;\n]{0,20}?(?:(?:未|没有)(?:作|予以?|进行|再)?(?:复核|答复|回应)|不(?:予|作)(?:答复|回应|理会|复核)|(?:不需要|无需|不必|不用)(?:理会|复核|答复|回应))/;
const SETTLED = /重复|已(?:经)?(?:作|予|在|于)?[^。；;\n]{0,10}(?:答复|复核|说明|采纳)|采纳|放弃|逾期|期满/;

/** A point of the defence of which the decision or the note on the defence says that nobody looked at it. */
function leftAside(papers: NonNullable<CaseFile['papers']>): Answer | undefined {
  for (const [index, { kind, title, text = '' }] of papers.entries()) {
    if (kind !== 'decision' && kind !== 'defence-record') continue;
    const words = text
      .split(/[。；;\n]/)
      .filter((sentence) => !SETTLED.test(sentence))
      .map((sentence) => LEFT_ASIDE.exec(sentence)?.[0])
      .find((one) => one !== undefined);
    if (words) {
      return notMet(`当事人的意见应逐点复核，《${title}》写“${words.slice(-QUOTED)}”。`, [
        `papers.${index}.text`,
      ]);
    }
  }
  return undefined;
}

/** What only the party writes: that the penalty is too heavy, that it asks for less. */
const ASKS =
  /(?:请求?|希望|恳请|要求)[^。\n]{0,24}(?:从轻|减轻|减少|减免|降低|酌减|免予|免除|不予|少罚)|(?:处罚|罚款)[^。\n]{0,12}(?:过重|过高|偏重|偏高|太重|太高|不服|异议)/;

/** The file is taken to hold no defence, and yet a letter of the party in it asks for less than the notice told of. */
function overlooked({ decision, papers = [] }: CaseFile): Answer | undefined {
  const letter = papers.findIndex(
    ({ kind, text = '', date }) =>
      kind === 'defence-record' &&
      ASKS.test(text) &&
      /我|本[人店厂公单]/.test(text) &&
      !CONTENT.test(text) &&
      !DENIED.test(text) &&
      !(date && decision?.date && date > decision.date),
  );
  const made = papers.findIndex(
    ({ kind, text = '' }) => kind === 'decision' && DENIED.test(text) && !REFUSES.test(text),
  );
  return letter >= 0 && made >= 0
    ? notMet('案卷有当事人的陈述申辩，决定书却写明没有提出。', [
        `papers.${letter}.text`,
        `papers.${made}.text`,
      ])
    : undefined;
}

function checked(submittedOn?: Day, checkedOn?: Day, made?: Day): Answer {
  if (!checkedOn) return unclear('案卷未载明复核陈述申辩的日期。', ['复核意见及日期'], ['defence']);
  if (submittedOn && checkedOn < submittedOn) {
    return unclear(
      `${chineseDay(submittedOn)}陈述申辩，复核却在${chineseDay(checkedOn)}，日期有误。`,
      ['陈述申辩和复核的日期'],
      ['defence.submittedOn', 'defence.checkedOn'],
    );
  }
  const paths = ['defence.checkedOn', ...(made ? ['decision.date'] : [])];
  return made && checkedOn > made
    ? notMet(`复核应在决定之前，实际于${chineseDay(checkedOn)}复核。`, paths)
    : met(`已于${chineseDay(checkedOn)}复核。`, paths);
}

function inDecision(stated?: boolean): Answer {
  if (stated === undefined) {
    return unclear('决定书是否答复了陈述申辩，没有人核对。', ['决定书对陈述申辩的答复'], ['decision']);
  }
  return stated
    ? met('决定书载明了采纳情况。', ['decision.defenceAnswered'])
    : notMet('决定书没有载明对陈述申辩的采纳情况。', ['decision.defenceAnswered']);
}

function periodOver({ waivedOn }: Defence, file: CaseFile, made?: Day): Answer {
  if (!made) return notApplicable('案件尚未作出决定，当事人没有陈述申辩。', ['defence.submitted']);
  if (file.procedure === 'summary' && !waivedOn) {
    return notApplicable('当场处罚没有另定陈述申辩的期限，当事人没有提出。', [
      'procedure',
      'defence.submitted',
    ]);
  }
  const last = priorNotices(file).at(-1);
  const until = last?.notice.defenceUntil;
  if (waivedOn && waivedOn <= made && !(until && made > until)) {
    const paths = ['defence.waivedOn', 'decision.date', ...(last?.paths ?? [])];
    if (last?.servedOn && waivedOn >= last.servedOn) {
      return met(`告知后，当事人于${chineseDay(waivedOn)}书面放弃陈述申辩。`, paths);
    }
    // Nobody gives up a right that he has not been told of: the waiver must follow the (last) notice.
    if (!last?.servedOn) {
      return unclear('当事人书面放弃陈述申辩是否在告知之后，案卷未载明。', ['事先告知书的送达日期'], paths);
    }
  }
  if (endsWithoutPenalty(file)) {
    return notApplicable('本案决定没有给予行政处罚，当事人也没有陈述申辩。', ['decision.result']);
  }
  const told = last && !until ? defencePeriod(last, file) : undefined;
  if (told && made <= told.first) {
    return notMet(
      `告知书载明的陈述申辩期限至${chineseDay(told.first)}，决定于${chineseDay(made)}作出，期限未满，当事人也没有书面放弃。`,
      ['defence.submitted', 'decision.date', ...told.paths],
    );
  }
  if (told && made > told.last) {
    return met(
      `告知书载明的陈述申辩期限至${chineseDay(told.last)}，当事人没有提出，决定于${chineseDay(made)}作出。`,
      ['defence.submitted', 'decision.date', ...told.paths],
    );
  }
  if (!last || !until) {
    return unclear(
      '当事人没有陈述申辩，告知书载明的陈述申辩期限没有录入。',
      ['陈述申辩期限'],
      ['defence.submitted'],
    );
  }
  const paths = [`${last.path}.defenceUntil`, 'defence.submitted', 'decision.date'];
  return made > until
    ? met(`陈述申辩期限至${chineseDay(until)}，当事人没有提出，决定于${chineseDay(made)}作出。`, paths)
    : notMet(`陈述申辩期限至${chineseDay(until)}，决定于${chineseDay(made)}作出，期限未满。`, paths);
}
