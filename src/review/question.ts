import type { AnswerKind } from './rule.ts';

/** 需要判断的问题: one statement about the papers that a model may be asked to judge, and its opposite as a control. */
export interface Question {
  /** The file under prompts/. */
  prompt: 'evidence-supports-fact' | 'defence-answered' | 'crime-suspected';
  /** The statement, in Chinese, and a statement that cannot be true together with it. */
  claim: string;
  opposite: string;
  /** Ids of the papers that the model may see and must quote from. */
  papers: string[];
  /** What the rule answers when the papers bear the statement out, and when they bear out the opposite. */
  whenTrue: AnswerKind;
  whenFalse: AnswerKind;
  /** What a person has to look at, when no model can be asked or its answer cannot be used. */
  look: string;
}
