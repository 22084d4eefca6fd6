import * as z from 'zod';
import type { CaseFile } from '../cases/case-file.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { TierResult } from '../discretion/tier-result.ts';
import { AppError } from '../errors.ts';
import { type Citation, citationText } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';
import { fen, yuan } from '../law/money.ts';
import { GRADES, PENALTY_TYPES } from '../law/penalties.ts';
import { loadPrompt } from '../models/load-prompt.ts';
import type { Chat } from '../models/open-chat.ts';
import { checkReasons } from './check-reasons.ts';

/** A paragraph that a model wrote and the program checked, with what must be recorded of it. */
export interface WrittenReasons {
  text: string;
  model: string;
  /** Name and version of the prompt: `discretion-reasons@1`. */
  promptVersion: string;
}

/** The checked paragraph, or why there is none. A dropped paragraph is kept out of the document altogether. */
export type ReasonsOutcome =
  | { written: WrittenReasons }
  | { dropped: string; faults: string[]; model: string };

const answerShape = z.object({ paragraph: z.string() });

/**
 * Asks the model for the paragraph 裁量理由 from the structured facts alone and checks every citation, number and
 * grade in it. Papers are never sent. No transaction may be open: the model can take minutes.
 */
export async function writeReasons(
  chat: Chat,
  file: CaseFile,
  tier: TierResult,
  book: ReferenceBook,
  on: Day,
  options: { signal?: AbortSignal } = {},
): Promise<ReasonsOutcome> {
  const citations = citationsOf(file);
  const material = JSON.stringify(materialOf(file, tier, citations), null, 2);
  try {
    const reply = await chat.ask(loadPrompt('discretion-reasons'), { facts: material }, answerShape, options);
    const text = reply.answer.paragraph.trim();
    const grade = file.decision?.grade ?? file.proposal?.grade;
    const faults = checkReasons(text, { citations, material, ...(grade ? { grade } : {}) }, book, on);
    if (faults.length > 0) {
      return {
        dropped: `模型写的裁量理由未通过核对，已弃用：${faults.join('；')}。请由人撰写。`,
        faults,
        model: chat.model,
      };
    }
    return {
      written: { text, model: reply.model, promptVersion: `${reply.prompt}@${reply.promptVersion}` },
    };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'unavailable') {
      return { dropped: error.message, faults: [], model: chat.model };
    }
    throw error;
  }
}

/** The provisions that the paragraph may name: those of the case, and the discretion clauses of the Penalty Law. */
function citationsOf(file: CaseFile): Citation[] {
  const law = '中华人民共和国行政处罚法';
  return [
    ...(file.provisions?.breached ?? []),
    ...(file.provisions?.punishing ?? []),
    ...(file.circumstances?.grounds ?? []).flatMap((ground) => (ground.basis ? [ground.basis] : [])),
    { law, article: '5', paragraph: 2 },
    { law, article: '34' },
  ].map(({ law: title, article, paragraph, item }) => ({
    law: title,
    article,
    ...(paragraph ? { paragraph } : {}),
    ...(item ? { item } : {}),
  }));
}

function materialOf(file: CaseFile, tier: TierResult, citations: Citation[]): object {
  const proposed = file.decision ?? file.proposal;
  const accepted = (file.circumstances?.grounds ?? []).filter((ground) => ground.state === 'accepted');
  return {
    违法行为: file.violation.name,
    违法事实: file.violation.facts,
    情节: file.circumstances?.factors,
    已采纳的从轻减轻从重情节: accepted.map((ground) => ground.reason).filter(Boolean),
    裁量基准: tier.benchmark?.name,
    裁量阶次: tier.tier?.name,
    阶次适用情形: tier.tier?.conditions,
    法定罚款幅度: tier.statutory?.text,
    本阶次罚款幅度: tier.range?.text,
    裁量等级: proposed?.grade ? GRADES[proposed.grade] : undefined,
    拟作处罚: proposed?.penalties?.map((penalty) =>
      [PENALTY_TYPES[penalty.type], penalty.amount === undefined ? '' : yuan(fen(penalty.amount))].join(''),
    ),
    允许引用的条款: citations.map(citationText),
  };
}
