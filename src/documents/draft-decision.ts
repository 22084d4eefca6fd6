import type { CaseFile } from '../cases/case-file.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { TierResult } from '../discretion/tier-result.ts';
import { chineseDay, type Day, today } from '../law/dates.ts';
import { checkText } from './check-text.ts';
import { basisAndResult, noPenaltyResult } from './decision/basis-and-result.ts';
import { course } from './decision/course.ts';
import { evidenceList, facts } from './decision/facts-and-evidence.ts';
import { type AiReasons, natureAndDiscretion } from './decision/nature-and-discretion.ts';
import { noticeAndDefence } from './decision/notice-and-defence.ts';
import { partyLines } from './decision/party-lines.ts';
import { performanceBlock, publicationBlock } from './decision/performance-block.ts';
import { remediesBlock } from './decision/remedies-block.ts';
import {
  type DocumentForm,
  type Draft,
  FORMS,
  gap,
  type Paragraph,
  paragraph,
  say,
  withPapers,
} from './draft.ts';

export type { AiReasons };

export interface DraftOptions {
  book: ReferenceBook;
  profile: Profile;
  tier?: TierResult;
  aiReasons?: AiReasons;
  /** The day whose procedural law the blocks follow while the file has no day of decision. Default: today. */
  on?: Day;
}

const NUMERALS = '一二三四五六七八九十';

/**
 * 行政处罚决定书 (or 不予行政处罚决定书) from the case file alone, in the customary order with the six elements
 * of 行政处罚法 59. A missing fact leaves a visible gap; number, seal and signature are never written here.
 */
export function draftDecision(file: CaseFile, options: DraftOptions): Draft {
  const result = file.decision?.result ?? file.proposal?.result;
  const form: DocumentForm = result === 'no-penalty' ? 'no-penalty-decision' : 'decision';
  const date = file.decision?.date;
  const on = date ?? options.on ?? today();
  const agency = file.agency.name;
  const number = file.decision?.number;
  const penal = form === 'decision';

  const sections: [heading: string, paragraphs: Paragraph[]][] = [
    ['案件来源和调查经过', course(file)],
    ['违法事实', facts(file)],
    ['证据', evidenceList(file)],
    ['告知、陈述申辩和听证', noticeAndDefence(file)],
    ['违法行为的性质和裁量理由', natureAndDiscretion(file, options.tier, options.aiReasons)],
    penal ? ['处罚依据和决定', basisAndResult(file)] : ['处理依据和决定', noPenaltyResult(file)],
    ...(penal ? [['履行方式和期限', performanceBlock(file, on)] as [string, Paragraph[]]] : []),
    ['救济途径', remediesBlock(file, on)],
  ];
  const paragraphs = withPapers(
    [
      paragraph('title', say(agency, ['agency.name'])),
      paragraph('title', say(FORMS[form])),
      paragraph('number', say(number ?? '【文号待编】', number ? ['decision.number'] : [])),
      ...partyLines(file),
      ...sections.flatMap(([heading, body], index) => [
        paragraph('heading', say(`${NUMERALS[index]}、${heading}`)),
        ...body,
      ]),
      ...publicationBlock(file, options.profile),
      paragraph('sign', say(agency, ['agency.name'])),
      paragraph('sign', say(date ? chineseDay(date) : gap('决定日期'), date ? ['decision.date'] : [])),
      paragraph('sign', say('（印章）')),
    ],
    file,
  );
  const text = paragraphs.map((entry) => entry.text).join('\n');
  const checked = checkText(text, { form, file, book: options.book, on });
  return { form, title: FORMS[form], paragraphs, text, ...checked };
}
