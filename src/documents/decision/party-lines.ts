import type { CaseFile } from '../../cases/case-file.ts';
import { gap, type Paragraph, paragraph, say } from '../draft.ts';

/** 当事人情况, line by line, as the kind of party asks (行政处罚法 59(1)(1); forms of practice). */
export function partyLines(file: CaseFile): Paragraph[] {
  const { party } = file;
  const line = (label: string, path: keyof typeof party, needed: boolean): Paragraph | undefined => {
    const value = party[path];
    if (value === undefined && !needed) return undefined;
    return paragraph(
      'party',
      say(`${label}：${value ?? gap(label)}`, value === undefined ? [] : [`party.${path}`]),
    );
  };
  const lines =
    party.kind === 'person'
      ? [
          line('当事人', 'name', true),
          line('性别', 'sex', false),
          line('公民身份号码', 'idNumber', true),
          line('住址', 'address', true),
          line('联系电话', 'phone', false),
        ]
      : party.kind === 'organisation'
        ? [
            line('当事人', 'name', true),
            line('统一社会信用代码', 'creditCode', true),
            line('住所', 'address', true),
            line('法定代表人（负责人）', 'legalRepresentative', true),
            line('联系电话', 'phone', false),
          ]
        : [
            line('当事人', 'name', true),
            line('统一社会信用代码', 'creditCode', false),
            line('经营者', 'operator', true),
            line('公民身份号码', 'idNumber', false),
            line('经营场所', 'address', true),
            line('联系电话', 'phone', false),
          ];
  return lines.filter((entry) => entry !== undefined);
}
