import { DOCUMENT_STATES, type DocumentState } from '../../../documents/stored-document.ts';

const TONES: Record<DocumentState, string> = {
  draft: '',
  'in-review': 'tag-amber',
  returned: 'tag-red',
  passed: 'tag-accent',
  signed: 'tag-green',
};

/** The state of a document as a quiet mark. */
export function StateTag({ state }: { state: DocumentState }) {
  return <span class={`tag ${TONES[state]}`}>{DOCUMENT_STATES[state]}</span>;
}
