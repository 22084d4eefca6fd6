import { addDays, addYears, type Day } from '../../law/dates.ts';
import { divisionsOf } from '../../law/divisions-of.ts';
import { levelByName } from '../../law/level-by-name.ts';
import { chineseValue } from '../../law/numbers-in-text.ts';
import type { NormLevel } from '../../law/penalties.ts';
import { firstDate, readEffectiveDay } from '../read-effective-day.ts';
import { isAmendment } from '../versions/read-amendments.ts';
import { readDecisionDay } from '../versions/read-decision-day.ts';

/** What the paper of a norm says of it besides its articles. */
export interface NormHead {
  issuer?: string;
  level?: NormLevel;
  region?: string;
  statedFrom?: Day;
  statedTo?: Day;
}

const DATE = '[\\d〇零○一二三四五六七八九十]{4}\\s*年[^年，。；]{2,10}?日';
const ORGAN =
  /((?:全国|[\p{sc=Han}]{2,14}(?:省|市|县|区|州|旗))人民代表大会(?:常务委员会)?|国务院(?!令|关于)|最高人民(?:法院|检察院)|\p{sc=Han}{2,24}(?:人民政府(?:办公[厅室])?|委员会|总局|部|局))(?=第|令|公布|发布|通过|修订|部务|局务|常务|主任|[\s　]*$)/u;
const ORDER = /^(?:中华人民共和国)?(\p{sc=Han}{2,24}?(?:部|委员会|总局|署|行|会|局|院|政府))令$/u;
const AMENDED = /修正|修订|修改/;
const FROM_PUBLICATION = /自(?:公布|发布|印发)之日起(?:正式)?(?:施行|实施|生效)/;
const VALID_FOR = /有效期(?:为|限为|限)?\s*([\d一二三四五六七八九十]{1,2})\s*年/;
const VALID_UNTIL = new RegExp(`有效期?(?:限)?(?:至|到)(${DATE})`);

/**
 * Issuing body, level, region and days of a norm, from the lines above its first article (`head`), the articles and the
 * day of adoption. 施行日 comes from words only: 自某日起施行 in the last articles, then in the head; 自公布之日起施行 counts
 * only for a norm that was not amended and whose day of publication is printed. What is not said is left out.
 */
export function readNormHead(
  title: string,
  head: readonly string[],
  articles: readonly string[],
  adopted: Day | null,
  issuer?: string,
): NormHead {
  const above = head.join('\n');
  const body = issuer ?? issuerIn(head);
  const level = levelOf(title, body, head);
  const { province = '', city = '', county = '' } = divisionsOf(body ?? title);
  const region =
    level === 'law' || level === 'administrative-regulation' ? '' : `${province}${city}${county}`;
  const statedFrom =
    (isAmendment(title) ? readDecisionDay(articles, adopted) : readEffectiveDay([...articles], adopted)) ??
    fromHead(above, adopted) ??
    fromPublication(above, articles, adopted);
  const statedTo = statedFrom && lastDay(articles, statedFrom);
  return {
    ...(body ? { issuer: body } : {}),
    ...(level ? { level } : {}),
    ...(region && region !== title ? { region } : {}),
    ...(statedFrom ? { statedFrom } : {}),
    ...(statedTo ? { statedTo } : {}),
  };
}

function issuerIn(head: readonly string[]): string | undefined {
  for (const line of head) {
    const order = ORDER.exec(line.replace(/[\s　]/g, ''));
    if (order) return order[1] === '主席' ? undefined : order[1];
  }
  const adopted = head.filter((line) => /通过|公布|发布|修订|修正/.test(line)).join('\n');
  return ORGAN.exec(adopted.replace(new RegExp(`${DATE}|第\\p{sc=Han}{1,4}届`, 'gu'), ''))?.[1];
}

function levelOf(title: string, issuer: string | undefined, head: readonly string[]): NormLevel | undefined {
  const named = levelByName(title);
  if (named || !issuer) return named;
  if (/^最高人民/.test(issuer)) return 'judicial-interpretation';
  if (issuer === '国务院') return 'administrative-regulation';
  if (/^全国人民代表大会/.test(issuer)) return 'law';
  if (/人民代表大会/.test(issuer)) return 'local-regulation';
  const byOrder = head.some(
    (line) => ORDER.test(line.replace(/[\s　]/g, '')) || /令第?\s*\d+\s*号/.test(line),
  );
  if (!byOrder) return undefined;
  return /人民政府$/.test(issuer) ? 'government-rule' : 'department-rule';
}

/** （… 自2021年7月15日起施行） above the articles, and the sentence of the order that made it public. */
function fromHead(above: string, adopted: Day | null): Day | undefined {
  const days = [...above.matchAll(new RegExp(`自\\s*(${DATE})\\s*起(?:正式)?(?:施行|实施|生效)`, 'g'))]
    .map((match) => firstDate(match[1]!))
    .filter((day) => day !== undefined && (adopted === null || day >= adopted));
  return days.at(-1);
}

function fromPublication(above: string, articles: readonly string[], adopted: Day | null): Day | undefined {
  if (AMENDED.test(above) || !articles.slice(-2).some((text) => FROM_PUBLICATION.test(text)))
    return undefined;
  const day = new RegExp(`(${DATE})[^，。；\\n]{0,30}?(?:公布|发布|印发)`).exec(above)?.[1];
  const published = day && firstDate(day);
  return published && (adopted === null || published >= adopted) ? published : undefined;
}

/** 有效期五年, 有效期至某日: the last day on which it holds. */
function lastDay(articles: readonly string[], from: Day): Day | undefined {
  const end = articles.slice(-2).join('\n');
  if (!/本\p{sc=Han}{1,6}[^。]*有效/u.test(end) && !/施行，?[^。]{0,6}有效/.test(end)) return undefined;
  const until = VALID_UNTIL.exec(end)?.[1];
  if (until) return firstDate(until);
  const years = VALID_FOR.exec(end)?.[1];
  if (!years) return undefined;
  const count = /\d/.test(years) ? Number(years) : chineseValue(years);
  return count > 0 && count <= 30 ? addDays(addYears(from, count), -1) : undefined;
}
