import { agencyTexts } from './agency-texts.ts';
import type { Context } from './rule.ts';

/** 就上述同一违法行为，已于……被……处以罚款. */
const FINED =
  /(?:同一(?:违法)?(?:行为|事实)|上述(?:违法)?行为|该(?:违法)?行为|本案(?:违法)?行为)[^。;\n]{0,40}(?:已经?|曾|业已)[^。;\n]{0,50}?(?:处以?|作出|给予|被)[^。;\n]{0,24}罚款|(?:已经?|曾|业已)[^。;\n]{0,50}?(?:就|因|对)(?:当事人|你(?:单位|店|公司))?(?:的)?(?:同一|上述|该)(?:违法)?(?:行为|事实)[^。;\n]{0,40}罚款/;
const NOT = /没有|未|不得|不能|请求|主张|认为其|是否|应当|决定对|本(?:局|机关|大队|支队)(?:决定|拟)|加处/;

/** Where a paper of the agency says that the same act was fined before. */
export function secondFineTold({ file }: Pick<Context, 'file'>): { quote: string; path: string } | undefined {
  for (const { text, path } of agencyTexts(file)) {
    for (const clause of text.split(/[。;\n]/)) {
      const quote = FINED.exec(clause)?.[0];
      if (quote && !NOT.test(quote)) return { quote, path };
    }
  }
  return undefined;
}
