import type { CaseFile } from '../../cases/case-file.ts';
import { deniedWords, type PaperOf } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const PLACE = String.raw`(?:执法人员|处罚人员|办案人员|承办人员?|经办人)(?:\((?:均)?(?:签名|签字|签章|盖章|签名或者?盖章|签名、盖章)\)|(?:签名|签字|签章))`;
const EMPTY = new RegExp(
  `${PLACE}:?(?:(?:\\(?(?:均)?(?:未签名?|未签字|未签署|没有签名|没有签字|无签名|无签字|空白|为空|无|空|此处空白|未填)(?:[,、][^()。;\\n]{0,24})?\\)?)(?=[。;,\\n]|$)|\\((?:仅|只)?(?:加?盖)[^()\\n]{0,16}章\\)|_{2,}(?=[。;,\\n]|$))|执法人员(?:均|都|二人|两人)?(?:未|没有)(?:在[^,。;\\n]{0,14})?(?:签名|签字|签署|盖章)(?!的)`,
);
/** What the party or a witness did not sign is told beside. */
const NAMED = new RegExp(`${PLACE}:(?<names>[^\\n。;]{2,40})`);

/** Officers who did not sign the decision made on the spot, as its own end shows. */
export function wordsOnSigning(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { decision, procedure, officers = [] } = file;
  const own = procedure === 'summary' ? paperOf(decision?.paper) : undefined;
  if (!decision || own?.kind !== 'decision') return [];
  const noted = decision.officersSigned;
  const empty = EMPTY.exec(own.text)?.[0];
  if (empty) return [deniedWords('decision.officersSigned', noted, [], own, empty)];
  const line = NAMED.exec(own.text);
  const names = line?.groups?.names ?? '';
  const left = (noted ?? []).filter((id) => {
    const name = officers.find((one) => one.id === id)?.name.normalize('NFKC');
    return name === undefined || own.text.slice(line?.index ?? 0).includes(name);
  });
  const known = officers.some(({ name }) => names.includes(name.normalize('NFKC')));
  return line && known && noted && left.length < noted.length
    ? [deniedWords('decision.officersSigned', noted, left, own, line[0])]
    : [];
}
