/** 需要判断的问题: one statement about the papers that a model may be asked to judge, and its opposite as a control. */
export interface Question {
  /** The file under prompts/. */
  prompt: 'evidence-supports-fact' | 'defence-answered' | 'crime-suspected';
  /** The statement, in Chinese, and a statement that cannot be true together with it. */
  claim: string;
  opposite: string;
  /** Ids of the papers that the model may see and must quote from. */
  papers: string[];
  /**
   * What the rule answers when the model finds the statement borne out, and when its opposite. Never `met`: a model's yes
   * is shown with its quotes, and only a person's confirmation settles the question.
   */
  whenTrue: 'not-met' | 'unclear';
  whenFalse: 'not-met' | 'unclear';
  /** What a person has to look at, when no model can be asked or its answer cannot be used. */
  look: string;
}
