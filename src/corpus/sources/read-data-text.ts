import { parse, YAMLParseError } from 'yaml';
import { jsonFault } from '../../files/json-fault.ts';

/** More is no table that anybody wrote by hand, but one made to fill the memory. */
const MAX_ALIASES = 50;

const REASONS: Partial<Record<YAMLParseError['code'], string>> = {
  ALIAS_PROPS: '别名（*）前后不能再有标记，请删去',
  BAD_ALIAS: '别名（*）没有对应的锚点（&），请写出完整的内容；文字以 * 开头的请加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对，请改用单引号',
  BAD_INDENT: '缩进没有对齐，同一层的各行应以相同数目的空格开头，括号应闭合',
  BAD_SCALAR_START: '值不能以这个符号开头，请给它加上引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，请给值加上引号或者另起一行',
  BLOCK_IN_FLOW: '括号 []、{} 之内用了缩进的写法，请检查括号是否闭合',
  DUPLICATE_KEY: '同一层有两个相同的键，请删去一个',
  KEY_OVER_1024_CHARS: '键太长，或者冒号之前的引号没有闭合',
  MISSING_CHAR: '缺少引号、括号、逗号或者冒号后的空格，请补全',
  MULTILINE_IMPLICIT_KEY: '键后面缺少冒号，请补上',
  MULTIPLE_DOCS: '一个文件里有几个文档（---），请分成几个文件',
  RESOURCE_EXHAUSTION: '嵌套的层数太多，请减少层数',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  UNEXPECTED_TOKEN: '这里多出了内容，请检查前面的引号、括号和冒号',
};

/** The value of a text in YAML, or in JSON where `json`; else the place of the mistake and what to do, in Chinese. */
export function readDataText(text: string, json: boolean): { value: unknown } | { fault: string } {
  try {
    // Without its warnings, which are English and go to the terminal past everything else.
    return { value: parse(text, { maxAliasCount: MAX_ALIASES, logLevel: 'error' }) };
  } catch (error) {
    return { fault: json ? `JSON 有误：${jsonReason(text, error)}` : `YAML 有误：${yamlReason(error)}` };
  }
}

function yamlReason(error: unknown): string {
  if (!(error instanceof YAMLParseError)) {
    return error instanceof ReferenceError
      ? '别名（*）太多或者没有对应的锚点（&），请写出完整的内容'
      : '读不出内容，请检查写法';
  }
  const at = error.linePos?.[0];
  const reason = REASONS[error.code] ?? '写法不对，请对照说明修改';
  return at ? `第 ${at.line} 行第 ${at.col} 列：${reason}` : reason;
}

/** JSON that stands as such can still be refused: two equal keys, or too many levels. */
function jsonReason(text: string, error: unknown): string {
  try {
    JSON.parse(text);
    return yamlReason(error);
  } catch (wrong) {
    return jsonFault(text, wrong);
  }
}
