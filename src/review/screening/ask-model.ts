import type { AnyCaseFile, CaseFile } from '../../cases/case-file.ts';
import { AppError } from '../../errors.ts';
import type { Chat } from '../../models/open-chat.ts';
import { RULES } from '../criteria.ts';
import { type AnswerKind, combine, unclear } from '../rules/rule.ts';
import { type Judged, judgeQuestion } from './judge-question.ts';
import type { Question } from './question.ts';
import { contextOf, type Finding, type ScreenOptions } from './screen-case.ts';

/**
 * Asks the model what the rules that need judgement left `unclear`, one statement at a time, and returns the findings
 * with its answers in their place. An answer without words that stand in the papers changes nothing; a server that is
 * away leaves the finding as it was, with a remark, and is asked no more. No transaction may be open: a model can take minutes.
 */
export async function askModel(
  findings: Finding[],
  file: AnyCaseFile,
  screening: ScreenOptions,
  chat: Chat,
  options: { signal?: AbortSignal; onAsked?: (done: number, total: number) => void } = {},
): Promise<Finding[]> {
  const answers = new Map<string, AnswerKind>(findings.map(({ rule, answer }) => [rule, answer]));
  // A rule is handed only files of the kinds of act that it names; these are rules that gave a finding on this one.
  const context = contextOf(file as CaseFile, screening, answers);
  const asked = new Map<string, Question[]>();
  for (const finding of findings) {
    if (finding.answer !== 'unclear') continue;
    const questions = RULES.find(({ id }) => id === finding.rule)?.asks?.(context) ?? [];
    if (questions.length > 0) asked.set(finding.rule, questions);
  }
  const total = [...asked.values()].reduce((sum, questions) => sum + questions.length, 0);
  let done = 0;
  let away = false;
  const result: Finding[] = [];
  for (const finding of findings) {
    const questions = asked.get(finding.rule);
    if (!questions) {
      result.push(finding);
      continue;
    }
    const judged: [Question, Judged][] = [];
    for (const question of questions) {
      const judgement: Judged = away ? NO_ANSWER : await judgedOrOpen(chat, file, question, options);
      away ||= judgement === SERVER_AWAY;
      judged.push([question, judgement]);
      done += 1;
      options.onAsked?.(done, total);
    }
    result.push(answered(finding, judged, chat.model));
  }
  return result;
}

async function judgedOrOpen(
  chat: Chat,
  file: AnyCaseFile,
  question: Question,
  options: { signal?: AbortSignal },
): Promise<Judged> {
  try {
    return await judgeQuestion(chat, file, question, options);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
    return isAway(error.cause) ? SERVER_AWAY : NO_ANSWER;
  }
}

const NO_ANSWER: Judged = { verdict: 'open', why: '模型没有回答', quotes: [] };
/** Each further question would wait out the whole time limit again, so no more are asked. */
const SERVER_AWAY: Judged = { ...NO_ANSWER };

/** The server gave no reply at all: it is not there, or is silent. A reply with a status, or out of shape, is a reply. */
function isAway(cause: unknown): boolean {
  return cause instanceof Error && !('status' in cause && typeof cause.status === 'number');
}

function answered(finding: Finding, judged: [Question, Judged][], model: string): Finding {
  const { reason, answer, missing } = combine(
    judged.map(([question, judgement]) => {
      if (judgement.verdict === 'open') {
        return unclear(`${judgement.why}，请人核对：${question.look}。`, [question.look]);
      }
      const kind = judgement.verdict === 'true' ? question.whenTrue : question.whenFalse;
      const words = judgement.verdict === 'true' ? question.claim : question.opposite;
      const found = `模型认为${words}，引文 ${judgement.quotes.length} 处，已与材料逐字核对`;
      return kind === 'unclear'
        ? unclear(`${found}，请人对照引文确认。`, [question.look])
        : { answer: kind, reason: `${found}，须由人确认。`, paths: [] };
    }),
    unclear(finding.reason, finding.missing),
  );
  const prompts = [...new Set(judged.flatMap(([, { prompt }]) => prompt ?? []))];
  return {
    ...finding,
    answer,
    reason,
    missing: missing ?? [],
    papers: unique([...finding.papers, ...judged.flatMap(([, { quotes }]) => quotes)]),
    ...(prompts.length > 0 ? { by: 'model' as const, model: { name: model, prompts } } : {}),
  };
}

function unique(quotes: Finding['papers']): Finding['papers'] {
  return [...new Map(quotes.map((one) => [JSON.stringify(one), one])).values()];
}
