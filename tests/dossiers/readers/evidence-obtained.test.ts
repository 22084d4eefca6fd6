import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/cases/paper-kinds.ts';
import { evidenceObtained } from '../../../src/dossiers/readers/evidence-obtained.ts';
import { factsOf, paperOf } from '../paper-of.ts';

const REPORT = paperOf(
  'closing-report',
  '案件调查终结报告\n证据：1.现场检查笔录；2.询问笔录（苗示康）；3.询问笔录（骆示杰）；4.营业执照复印件；5.现场照片。',
  'p9',
);
const read = (kind: PaperKind, text: string, title = '', ...others: ReturnType<typeof paperOf>[]) =>
  factsOf(evidenceObtained, paperOf(kind, text, 'p1', title), REPORT, ...others);

const INSPECTED =
  '现场检查笔录\n检查时间：2024年3月22日19时05分至21时50分\n执法人员：湛示鸣、危示齐\n现场负责人：苗示康';

describe('证据的取得', () => {
  it('检查笔录：检查之日由检查人员取得', () => {
    expect(read('inspection-record', INSPECTED)).toEqual({
      'evidence[现场检查笔录].obtainedOn': '2024-03-22',
      'evidence[现场检查笔录].obtainedBy[湛示鸣]': '湛示鸣',
      'evidence[现场检查笔录].obtainedBy[危示齐]': '危示齐',
    });
  });

  it('有两份检查笔录的，不知道是哪一份', () => {
    expect(read('inspection-record', INSPECTED, '', paperOf('inspection-record', INSPECTED, 'p2'))).toEqual(
      {},
    );
  });

  it('询问笔录：按被询问人对应', () => {
    expect(
      read(
        'interview-record',
        '询问笔录\n时间：2024年4月8日15时20分至16时40分\n询问人：湛示鸣、危示齐\n被询问人：骆示杰\n问：是否申请回避？\n答：不申请。',
      ),
    ).toMatchObject({ 'evidence[询问笔录（骆示杰）].obtainedOn': '2024-04-08' });
  });

  it('询问的是清单之外的人，不对应', () => {
    expect(
      read(
        'interview-record',
        '询问笔录\n时间：2024年4月8日15时20分\n询问人：湛示鸣\n被询问人：单示慧\n问：你？\n答：是。',
      ),
    ).toEqual({});
  });

  it('复印件与原件核对', () => {
    expect(
      read(
        'identity-proof',
        '营业执照（副本复印件）\n名称：示例公司\n核对一致：苗示康　2024年4月2日',
        '营业执照（副本复印件）',
      ),
    ).toEqual({
      'evidence[营业执照复印件].copyVerified': true,
      'evidence[营业执照复印件].obtainedOn': '2024-04-02',
    });
  });

  it('没有写核对的，不说已核对；写明没有核对的，说没有', () => {
    const of = (text: string) => read('identity-proof', text, '营业执照（副本复印件）');
    expect(of('营业执照（副本复印件）\n名称：示例公司')).toEqual({});
    expect(of('营业执照（副本复印件）\n未与原件核对一致')).toEqual({
      'evidence[营业执照复印件].copyVerified': false,
    });
  });

  it('照片的拍摄人和时间', () => {
    expect(
      read(
        'photograph',
        '现场照片\n拍摄时间：2024年3月22日\n拍摄人：湛示鸣',
        '现场照片',
        paperOf('inspection-record', INSPECTED, 'p2'),
      ),
    ).toEqual({
      'evidence[现场照片].obtainedOn': '2024-03-22',
      'evidence[现场照片].media.madeOn': '2024-03-22',
      'evidence[现场照片].media.maker': '湛示鸣',
      'evidence[现场照片].obtainedBy[湛示鸣]': '湛示鸣',
    });
  });

  it('清单写明复印件', () => {
    expect(factsOf(evidenceObtained, REPORT)).toEqual({ 'evidence[营业执照复印件].copy': true });
  });
});
