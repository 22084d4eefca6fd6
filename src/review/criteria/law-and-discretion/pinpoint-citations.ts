import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import { type Citation, citationText } from '../../../law/citation.ts';
import type { Day } from '../../../law/dates.ts';
import { ONE_DUTY } from '../../../law/one-duty.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { decisionText } from '../../steps/penalty-decision.ts';
import { type CitedProvision, citedProvisions } from './cited-provisions.ts';

/** No article has so many paragraphs or items: a book that knows this one knows no shape at all. */
const BEYOND = 99;
/** The same of an article of which the book holds the gist alone: 标签应标明的事项. */
const CONTENTS =
  /(?:标明|载明|记载|写明|列明|提交|提供|报送)的?[^。；，]{0,6}(?:事项|内容|材料|资料|文件)|具备的?[^。；，]{0,4}条件/;
/** 不得有下列行为：, 遵守下列规定：: each item is a duty of its own, and which was broken must be told. */
const SEPARATE = /(?:行为|情形|规定|义务|职责|要求)(?:之一)?的?[：:]\s*[（(](?:一|1)[)）]/;
/** 属于《某法》第九条规定的假冒产品: the article that forbids, or only the one that says what the thing is. */
const QUALIFIED =
  /(?:属于?|构成|符合|系|为|是)(?:了)?《[^》\n]{2,40}》[^，。；\n]{0,4}第[^，。；\n]{1,24}[条款项)）][^，。；\n]{0,4}(?:规定|所指|所称|所列|禁止|情形)[^，。；\n]{0,12}/;

export const pinpointCitations = rule({
  id: 'C5-05',
  criterion: 5,
  question: '违反的条款和处罚依据是否分别引用，并具体到款、项？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('59', '决定书写明违法事实和证据。', { paragraph: 1, item: 2 }),
    penaltyLaw('59', '决定书写明处罚种类和依据。', { paragraph: 1, item: 3 }),
    formerPenaltyLaw('39', '决定书写明违法事实和证据、处罚种类和依据。', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '引用具体到条、款、项。' }],
  reading:
    '只有一款的条文不必写款；法规库不知道条文有几款而引用又未写款的，答不清楚。项前文字本身规定了违法行为的条文（“违反……规定，或者有下列行为之一”），可以不写项；各项只是一项义务的条件、材料、内容或者办理途径的，也可以不写。违反的条款的各项是不是各自独立的义务不能确定的，由人判断；罚则的项应当写明。决定书没有写违反，却写明行为或者物品属于某条规定的，由人判断。引用的条款里有修订前文本的条号的，同一法律的其他条款不按现行文本核对款、项。',
  about: (context) => {
    const { breached, punishing } = context.file.provisions ?? {};
    const missing = [...(breached ? [] : ['违反的条款']), ...(punishing ? [] : ['处罚依据的条款'])];
    const said = context.file.decision && decisionText(context.file);
    const whole = said && /依据|根据|依照/.test(said) && /复议|诉讼/.test(said);
    if (!breached && whole && !/违反|违背|触犯/.test(said)) {
      const named = said.match(QUALIFIED)?.[0];
      if (named) {
        return unclear(
          `决定书没有写违反的条款，写了“${named}”，该条款是否就是违反的条款需要人判断。`,
          ['违反的条款'],
          ['provisions.breached', 'decision.paper'],
        );
      }
      return notMet('违反的条款和处罚依据都要引用，决定书没有引用违反的条款。', [
        'provisions.breached',
        'decision.paper',
      ]);
    }
    if (missing.length > 0)
      return unclear(`需要核对${missing.join('和')}，案卷没有载明。`, missing, ['provisions']);
    const empty = [
      ...(breached?.length ? [] : ['违反的条款']),
      ...(punishing?.length ? [] : ['处罚依据的条款']),
    ];
    if (empty.length > 0) {
      return notMet(`违反的条款和处罚依据都要引用，没有引用${empty.join('和')}。`, [
        'provisions.breached',
        'provisions.punishing',
      ]);
    }
    return citedProvisions(context);
  },
  decide: ({ list, act, paths }, { book }) => {
    const state = (one: Citation) => book.cite(one, act.day).state;
    const ofFormerText = (law: string) =>
      list.some(({ citation }) => citation.law === law && state(citation) === 'superseded');
    const answers = list.map(({ citation, path, role }) =>
      ofFormerText(citation.law)
        ? unclear(
            `《${citation.law}》引用的条号不全在现行文本中，${citationText(citation)}的款、项不能按现行文本核对。`,
            ['引用的是哪一文本'],
            [path, ...paths],
          )
        : judge(citation, role, [path, ...paths], act.day, book),
    );
    const result = combine(answers, unclear('案卷没有引用的条款。', ['引用的条款'], paths));
    return result.answer === 'not-met' ? { ...result, severity: 'minor' } : result;
  },
});

function judge(
  citation: Citation,
  role: CitedProvision['role'],
  where: string[],
  on: Day,
  book: ReferenceBook,
): Answer {
  const { law, article, paragraph, item } = citation;
  const text = citationText(citation);
  const exists = (place: Partial<Citation>): boolean =>
    book.cite({ law, article, ...place }, on).state === 'in-force';
  const whole = book.cite({ law, article }, on);
  if (whole.state === 'no-such-article') {
    return unclear(`法规库中的${text}没有这一条，不能核对款、项。`, [`${text}是否存在`], where);
  }
  if (!item && whole.state === 'in-force' && whole.headAlone) {
    return met(`${text}的项前文字本身规定了一种违法行为，不必写项。`, where);
  }
  const shapeKnown = exists({}) && !exists({ paragraph: BEYOND });
  if (!shapeKnown) {
    return paragraph
      ? met(`${text}已写到款。`, where)
      : unclear(`${text}没有写款，法规库不能确定该条有几款。`, [`${text}有几款`], where);
  }
  if (!paragraph && exists({ paragraph: 2 })) return notMet(`${text}所在条有几款，引用应具体到款。`, where);
  const inside = { paragraph: paragraph ?? 1 };
  if (
    !item &&
    whole.state === 'in-force' &&
    (whole.text ? ONE_DUTY.test(whole.text) : whole.oneDuty || CONTENTS.test(whole.gist ?? ''))
  )
    return met(`${text}所列各项是一项义务的条件、材料、内容或者办理途径，可以不写项。`, where);
  if (!item && exists({ ...inside, item: 1 })) {
    // Without the text the outline of the norm has said by now that the items are no parts of one duty.
    const open = whole.state === 'in-force' && whole.text !== undefined && !SEPARATE.test(whole.text);
    return role === 'breached' && open
      ? unclear(
          `${text}列有若干项，没有写项；项前文字规定了义务、各项只是其内容的可以不写，请对照原文。`,
          [`${text}的各项是不是各自独立的义务`],
          where,
        )
      : notMet(`${text}列有若干项，引用应具体到项。`, where);
  }
  return met(`${text}已具体到款、项。`, where);
}
