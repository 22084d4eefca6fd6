import type { CaseFile } from '../../cases/case-file.ts';
import type { PaperKind } from '../../cases/paper-kinds.ts';
import { deniedWords, type PaperOf, type PlainPaper } from './denied-words.ts';
import type { OtherWords } from './words-against-notes.ts';

const TELLING: PaperKind[] = [
  'inspection-record',
  'interview-record',
  'sampling-record',
  'hearing-record',
  'hearing-report',
  'defence-record',
  'closing-report',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'decision',
  'identity-proof',
  'documentary-evidence',
  'remarks',
  'other',
];
/** Papers in which the agency itself speaks: what it tells there it has found. */
const FOUND_BY_AGENCY: PaperKind[] = [
  'closing-report',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
  'decision',
  'hearing-report',
  'remarks',
];
const KIN =
  '(?:(?:妹|姐|姑|姨)夫|(?:大|小)?舅(?:舅|子|哥|父)?|姐姐?|妹妹?|哥哥?|弟弟?|兄(?:弟|长)?|(?:表|堂|胞|亲)(?:兄|弟|姐|妹|哥)(?:弟|妹)?|父亲?|母亲?|儿子|女儿|女婿|儿媳|媳妇|岳(?:父|母)|公公|婆婆|配偶|妻子?|丈夫|夫妻|叔叔?|伯伯?|伯父|姑姑?|姑妈|姨妈?|侄(?:子|女|儿)?|外甥(?:女)?|连襟|妯娌|亲家|亲戚|(?:近|直系|旁系)?亲属|姻亲|合伙人|股东|债权人|债务人|前夫|前妻|郎舅|翁婿|叔侄|舅甥|父子|父女|母子|母女|姐弟|兄妹|姐妹)';
const OWES = '(?:持有|占有|拥有|投资|入股|参股|合伙|借款|欠款|借有)';
const CONFIRMED = /承认|确认|属实|经(?:核实|核查|核对|查实|调查|查)|查明|证实|户籍|户口|认可|不否认|知情/;
const UNCONFIRMED =
  /不属实|未(?:经|予)?(?:核实|查实|证实|确认)|无法(?:核实|确认)|待核实|尚未核实|否认(?!.{0,2}不)|查无|(?:没有|并?无|不存在|不构成|不是)[^,。;\n]{0,10}(?:关系|亲属|亲戚)/;
const NOT_RELATED =
  /(?:没有|无|不存在|不是|并非|未发现|不具有|不属于)[^,。;\n]{0,14}(?:关系|亲属|亲戚|情形)|是否|有无|有没有|吗|是不是|应当|如有|如果|不得|申请回避的权利/;
const STAYED =
  /(?:未|没有|不予|不)(?:申请|主动|依法|自行|办理)*回避|未(?:更换|退出)|(?:继续|仍(?:然)?)(?:由其|参与|参加|进行|实施|承办|办理|执法|检查|询问|调查|担任)|驳回[^,。;\n]{0,10}回避/;
const LEFT =
  /(?:已|依法|主动|自行|随即|即|当场|予以|同意|决定)(?:申请|提出|予以|其)?回避|(?:更换|改由|另派|改派|换由|接替|退出)(?:了)?[^。\n]{0,20}|不再(?:参与|承办|参加)/;

/** An officer whom a paper shows to be tied to the party and to have gone on, though a tie was not noted. */
export function wordsOnRelations(file: CaseFile, paperOf: PaperOf): OtherWords[] {
  const { officers = [], papers = [], party, acts = [], handlers = [] } = file;
  const side = [
    party.legalRepresentative,
    party.operator,
    ...(party.relatedPersons ?? []),
    party.name,
  ].flatMap((name) => (name ? [name.normalize('NFKC')] : []));
  const held = papers.flatMap(({ id, kind, text }) =>
    TELLING.includes(kind) &&
    text &&
    /回避|关系|[姐妹兄弟夫妻舅叔伯姑姨侄甥婿媳岳亲股襟妯偶父母]|合伙|借款|欠款/.test(text)
      ? (paperOf(id) ?? [])
      : [],
  );
  return officers.flatMap(({ id, name: written, relation }, index): OtherWords[] => {
    if (relation?.confirmed && relation.withdrew !== undefined) return [];
    const name = written.normalize('NFKC');
    for (const own of held) {
      const tie = tieIn(own, name, side);
      if (!tie || LEFT.test(tie.around.replaceAll(STAYED_ALL, ''))) continue;
      const found = FOUND_BY_AGENCY.includes(own.kind) || CONFIRMED.test(tie.around);
      const took =
        STAYED.test(tie.around) ||
        handlers.includes(id) ||
        acts.some(({ officers: there, officersSigned }) =>
          [...(there ?? []), ...(officersSigned ?? [])].includes(id),
        );
      if (!found || !took || UNCONFIRMED.test(tie.around)) continue;
      const stated = { with: tie.with, confirmed: true, withdrew: false };
      return [deniedWords(`officers.${index}.relation`, relation, stated, own, tie.words)];
    }
    return [];
  });
}

const STAYED_ALL = new RegExp(STAYED.source, 'g');

interface Tie {
  with: string;
  words: string;
  /** The sentence and those beside it: what became of it is told there. */
  around: string;
}

/** 车晓东是我妹夫, 车晓东系法定代表人项国梁的妹夫, 项国梁与车晓东为连襟, 车晓东的妻子在该公司持有股份. */
function tieIn({ text, kind }: PlainPaper, name: string, side: readonly string[]): Tie | undefined {
  if (!text.includes(name)) return undefined;
  const sentences = text.split(/[。;\n]/);
  const persons = [
    ...side.map((one) => plainly(one)),
    '法定代表人',
    '经营者',
    '负责人',
    '当事人',
    '股东',
    '我',
    '其',
    '该公司',
    '该店',
  ].join('|');
  const own = plainly(name);
  const patterns = [
    new RegExp(`${own}(?:同志)?(?:是|系|乃|就是|为(?!其))(?<with>(?:${persons})[^,。;\\n]{0,14}?)的?${KIN}`),
    new RegExp(`(?<with>(?:${persons})[^,。;\\n]{0,10}?)(?:是|系|为)${own}(?:同志)?的?${KIN}`),
    new RegExp(
      `(?:${own}(?:同志)?(?:与|和|跟|同)(?<with>(?:${persons})[^,。;\\n]{0,12}?)|(?<also>(?:${persons})[^,。;\\n]{0,10}?)(?:与|和|跟|同)${own}(?:同志)?)(?:之间)?(?:是|系|为|有|存在|互为)[^,。;\\n]{0,6}(?:${KIN}|利害关系|亲属关系|亲戚关系|借贷|债权债务)`,
    ),
    new RegExp(
      `${own}(?:本人|同志)?(?:的?${KIN})?[^,。;\\n]{0,12}(?<with>该公司|该店|当事人|${side.map((one) => plainly(one)).join('|') || '当事人'})[^,。;\\n]{0,10}${OWES}[^,。;\\n]{0,8}(?:股|款|%)`,
    ),
    new RegExp(
      `${own}(?:同志)?(?:的|之)(?:${KIN}|妻|夫|子|女|父|母|兄|弟|姐|妹)[^,。;\\n]{0,6}(?:系|是|为|在|于|担?任)(?<with>该公司|该店|该厂|该单位|当事人|${side.map((one) => plainly(one)).join('|') || '当事人'})`,
    ),
    new RegExp(`${own}[^,。;\\n]{0,6}${OWES}(?:了)?(?<with>该公司|该店|当事人)[^,。;\\n]{0,12}股`),
  ];
  // 询问人 asks: only the answer tells.
  for (const [at, sentence] of sentences.entries()) {
    if (!sentence.includes(name) || NOT_RELATED.test(sentence) || /^问:/.test(sentence)) continue;
    const match = patterns.map((pattern) => pattern.exec(sentence)).find((one) => one !== null);
    if (!match) continue;
    const around = sentences.slice(at, at + 3).join('。');
    return {
      with: (match.groups?.with ?? match.groups?.also ?? '当事人').replace(
        /^(?:我|其)$/,
        kind === 'interview-record' ? '被询问人' : '当事人一方',
      ),
      words: match[0],
      around,
    };
  }
  return undefined;
}

const plainly = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
