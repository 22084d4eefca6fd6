import type { RecordForm } from './record-forms.ts';
import type { KeptSegment } from './transcript-segment.ts';

/** Who announces what comes next. */
const LEADS = new Set(['presiding', 'clerk', undefined]);

/**
 * The part of the record that each sentence seems to belong to: parts follow one another in the form's order, each from
 * the words that announce it; where nothing is announced, who speaks decides. A proposal, which a person checks.
 */
export function partOfSegments(segments: KeptSegment[], form: RecordForm): string[] {
  const { parts } = form;
  let at = 0;
  let announced = false;
  return segments.map(({ text, role }) => {
    const next = LEADS.has(role)
      ? parts.findIndex((part, index) => index > at && part.begins?.test(text))
      : -1;
    if (next > 0) {
      at = next;
      announced = true;
    } else if (!announced && role !== undefined) {
      const own = parts.findIndex((part) => part.of === role || (part.of === 'party' && role === 'agent'));
      if (own > at) at = own;
    }
    return parts[at]!.key;
  });
}
