import type { PaperKind } from '../../cases/paper-kinds.ts';
import { daysIn } from '../../law/days-in.ts';
import type { Paper } from '../paper.ts';
import { type Reader, stated } from '../reader.ts';
import { fieldsOf } from '../words/fields-of.ts';
import { keyOf, listedEvidence, namedItems } from './evidence-list.ts';

const KINDS: PaperKind[] = ['documentary-evidence', 'recording', 'photograph', 'identity-proof', 'other'];
const LISTING: PaperKind[] = ['decision', 'no-penalty-decision', 'closing-report'];
const NAME = /^(?:证据|书证|物证|材料|证据材料|资料|文件)?名称$/;
const TAKEN = /^(?:调取|提取|取得|收集|采集|获取|复制|固定|取证|收取)(?:证据)?(?:时间|日期)$/;
/** Below this many signs a name fits too many things. */
const SHORTEST = 4;

/** A sheet of evidence with the name of what was collected and the day: of the one piece of the list that it names. */
export const evidenceCollected: Reader = (paper, dossier) => {
  if (!KINDS.includes(paper.kind)) return [];
  const fields = fieldsOf(paper);
  const taken = fields.filter(({ label }) => TAKEN.test(label));
  const names = fields.filter(({ label }) => NAME.test(label));
  const [field, ...others] = taken;
  const [name] = names;
  if (!field || !name || others.length > 0 || names.length > 1) return [];
  const days = daysIn(paper.text).filter(({ start }) => start >= field.start && start < field.end);
  const [day] = days;
  const sheet = stem(name.value);
  const listed = evidenceNames(dossier).filter((one) => {
    const words = stem(one);
    return words.length >= SHORTEST && (sheet.endsWith(words) || words.endsWith(sheet));
  });
  return day && days.length === 1 && listed.length === 1 && sheet.length >= SHORTEST
    ? [stated(`evidence[${keyOf(listed[0]!)}].obtainedOn`, day.day, day)]
    : [];
};

/** Of all lists: what the decision relies on need not stand in the report before it. */
function evidenceNames(dossier: readonly Paper[]): string[] {
  const listed = listedEvidence(dossier);
  const lists = dossier.filter(({ kind }) => LISTING.includes(kind));
  return [
    ...new Set([...listed, ...lists.flatMap(({ text }) => namedItems(text, listed).map(({ name }) => name))]),
  ];
}

const stem = (words: string) =>
  words.replaceAll(/[（(][^（）()]*[)）]|复印件|复制件|影印件|打印件|副本|[\s《》“”]|一份$/g, '');
