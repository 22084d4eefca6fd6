import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { daysIn } from '../../law/days-in.ts';
import type { Context } from '../rules/rule.ts';
import { agencyTexts } from './agency-texts.ts';
import { plainText } from './denied-words.ts';
import { fineAnnexed } from './fine-annexed.ts';

/** 就上述同一违法行为，已于……被……处以罚款. */
const FINED =
  /(?:同一(?:违法)?(?:行为|事实)|上述(?:违法)?行为|该(?:违法)?行为|本案(?:违法)?行为)[^。;\n]{0,40}(?:已经?|曾|业已)[^。;\n]{0,50}?(?:处以?|作出|给予|被)[^。;\n]{0,24}罚款|(?:已经?|曾|业已)[^。;\n]{0,50}?(?:就|因|对)(?:当事人|你(?:单位|店|公司))?(?:的)?(?:同一|上述|该)(?:违法)?(?:行为|事实)[^。;\n]{0,40}罚款/;
const NOT = /没有|未|不得|不能|请求|主张|认为其|是否|应当|决定对|本(?:局|机关|大队|支队)(?:决定|拟)|加处/;

/** 就是这次抽水的事，镇执法队2025年4月12日已经罚了我们5000元: what the one asked says of this act. */
const TOLD_BY_PARTY =
  /(?:就是|正是|也是|还是|都是|就为|就因|因为|因|为|对)?(?:这次|本次|此次|这件|这个|这批|这起|这一次|同一(?:件|个|批|起|次)?|本案)[^。;\n]{0,50}?(?:已经?|都|早就|早已|刚刚?)[^。;\n]{0,16}?(?:罚(?:了|过|款|掉)|处罚(?:了|过|完)|交(?:了|过)[^。;\n]{0,8}罚款)[^。;\n]{0,24}?(?<sum>\d[\d,.]*万?元)/;
/** Another act, an earlier time, what this agency itself is about to do. */
const OTHER_ACT =
  /以前|之前|上次|上一次|去年|前年|那次|那回|另外|别的|其他|另一|你们[^。;\n]{0,8}罚|你局|贵局|本局|我局|没有|未|是否|有没有|请求|不应/;
const TELLING = ['interview-record', 'hearing-record', 'defence-record'];

/** Where a paper of the agency says that the same act was fined before. */
export function secondFineTold({ file }: Pick<Context, 'file'>): { quote: string; path: string } | undefined {
  for (const { text, path } of agencyTexts(file)) {
    for (const clause of text.split(/[。;\n]/)) {
      const quote = FINED.exec(clause)?.[0];
      if (quote && !NOT.test(quote)) return { quote, path };
    }
  }
  return toldByParty(file) ?? fineAnnexed(file);
}

function toldByParty({ papers = [], violation }: CaseFile): { quote: string; path: string } | undefined {
  for (const [index, { kind, text }] of papers.entries()) {
    if (!text || !TELLING.includes(kind) || !text.includes('罚')) continue;
    const told = plainText(text)
      .split(/[。;\n]/)
      .filter((sentence) => !sentence.startsWith('问:') && !OTHER_ACT.test(sentence))
      .filter((sentence) => !isEarlier(sentence, violation.endedOn ?? violation.startedOn))
      .map((sentence) => TOLD_BY_PARTY.exec(sentence)?.[0])
      .find((words) => words !== undefined);
    if (told) return { quote: told.slice(0, SHOWN), path: `papers.${index}.text` };
  }
  return undefined;
}

const SHOWN = 60;

/** A fine of a day, or a year, before the act ended was for another; whoever goes on after a fine does a new thing. */
function isEarlier(words: string, ended: Day | undefined): boolean {
  if (!ended) return true;
  const years = [...words.matchAll(/(20\d\d)年/g)].map(([, year]) => year!);
  const last = daysIn(words).findLast(({ relative }) => !relative)?.day;
  return (last !== undefined && last < ended) || years.some((year) => year < ended.slice(0, 4));
}
