import type { CaseFile } from '../../cases/case-file.ts';
import { leadsPart } from '../steps/leads-part.ts';
import { plainText } from './denied-words.ts';

const LEADER = String.raw`[\p{sc=Han}]{0,14}(?:(?:总队|大队|中队|支队|科|股|室|处|队|站|所|组)副?长|(?:科|股|室|处|队|站|所|中心|机构|部门|组)的?(?:主要|分管)?负责人)`;
const DECIDES = '(?:决定|批准|审批|驳回|同意|准许|准予|签批|签发|答复|不予回避|不准)';
/** 执法支队副支队长岳阳决定, 经稽查科科长批准, 承办机构负责人意见：驳回. */
const LEADER_DECIDES = new RegExp(
  String.raw`(?<role>${LEADER})(?:[\p{sc=Han}]{2,4}?)?(?:\([^()]{1,12}\))?(?:于?\d{4}年\d{1,2}月\d{1,2}日|当日|同日|经?(?:审查|审核|研究|核实)后?|口头|书面|当场|自行|直接|[,:]|意见|已|就此){0,4}(?<verb>${DECIDES})`,
  'gu',
);
/** 决定人：监管股股长, 审批人：李某（执法大队大队长）. */
const SIGNED = new RegExp(
  String.raw`(?:决定|批准|审批|签发)人[:\t]?(?:[\p{sc=Han}]{2,4}[,(])?(?<role>${LEADER})`,
  'gu',
);
/** Nobody's decision but that of those who handle the case. */
const BY_HANDLERS =
  /(?:办案组|承办(?:科|股|室|处|机构|部门|人员?)|(?:办案|检查|调查|询问)人员|(?:科|股|中|大|支)(?:室|队)|执法人员)[^,。;\n回]{0,10}(?:自行|当场|口头|集体|研究|讨论)[^,。;\n回]{0,8}(?:决定|答复|认定|认为)[^。;\n]{0,10}(?:(?:不|无)(?:予|需|须|用|必)[^,。;\n]{0,2}回避|驳回|继续(?:调查|办案|询问))/u;
/** The head of the agency, or a deputy, decided, agreed or signed, whoever proposed it. */
const BY_HEAD =
  /(?:机关(?:主要)?负责人|行政负责人|主要负责人|(?:局|厅|委|署|县|区|市|镇|乡)(?:长|领导)|主任|局务会|办公会)[^。;\n]{0,24}(?:决定|批准|审批|同意|驳回|准|意见|签)/;
const ADVICE = /建议|拟|初审|提请|报请|应当|应由|有权|由?机关/;

/** A request for recusal that a paper shows somebody below the head decided (行政处罚法 43(3)): the paper and its words. */
export function recusalDecidedBelow({
  papers = [],
  agency,
}: CaseFile): { index: number; words: string } | undefined {
  for (const [index, { title, text }] of papers.entries()) {
    if (!text) continue;
    const plain = plainText(text);
    const own = title.includes('回避');
    const from = own ? 0 : plain.search(/回避(?:申请)?(?:决定书|审批表|答复书)/);
    const about = from >= 0 ? [plain.slice(from, from + FORM)] : plain.split(/[。\n]/).filter(isDecided);
    for (const words of about) {
      const below = belowHead(words, agency.name);
      if (below) return { index, words: below };
    }
  }
  return undefined;
}

/** As far as a form of one step goes in a paper that holds several. */
const FORM = 600;

const isDecided = (sentence: string) =>
  /回避/.test(sentence) && /申请|要求|提出/.test(sentence) && new RegExp(DECIDES).test(sentence);

function belowHead(words: string, agency: string): string | undefined {
  if (BY_HEAD.test(words)) return undefined;
  for (const match of [...words.matchAll(LEADER_DECIDES), ...words.matchAll(SIGNED)]) {
    const after = words.slice(match.index + match[0].length);
    const advice = ADVICE.test(match[0]) || /^[:,]?(?:建议|拟|请|是否)/.test(after);
    if (leadsPart(match.groups?.role ?? '', agency) && !advice) return match[0];
  }
  return BY_HANDLERS.exec(words)?.[0];
}
