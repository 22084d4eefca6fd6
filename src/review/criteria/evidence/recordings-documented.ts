import { type Admitted, admittedEvidence } from '../../rules/admitted-evidence.ts';
import { judgeKind } from '../../rules/judge-kind.ts';
import { evidenceRules, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Mark, requiredMarks } from '../../rules/required-marks.ts';
import { type Answer, rule } from '../../rules/rule.ts';

export const recordingsDocumented = rule({
  id: 'C4-09',
  criterion: 4,
  question: '视听资料、电子数据是否有原始载体，并注明制作方法、时间、制作人和证明对象，声音附有文字记录？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    evidenceRules('12', '应为原始载体，确有困难的可以是复制件；注明制作情况和证明对象；声音附文字。', {
      paragraph: 1,
      states: ['原始载体', '制作方法、制作时间、制作人和证明对象', '文字记录'],
    }),
    penaltyLaw('46', '视听资料和电子数据是法定的证据种类。', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '实践做法，待各地确认', gist: '记录完整性校验值，证明没有改动。' }],
  reading: '复制件要写明不能提供原始载体的原因；条文没有提到完整性校验值，按从严的做法要求记载。',
  about: ({ file }) => admittedEvidence(file, '视听资料和电子数据'),
  decide: (admitted) => judgeKind(admitted, ['audiovisual', 'electronic'], '视听资料、电子数据', judge),
});

function judge({ entry, path }: Admitted): Answer {
  const { media = {} } = entry;
  const marks: Mark[] = [
    {
      path: 'media.original',
      name: '原始载体的情况',
      value: media.original === undefined ? undefined : true,
    },
    { path: 'media.checksum', name: '完整性校验值', value: media.checksum },
    { path: 'media.method', name: '制作方法', value: media.method },
    { path: 'media.madeOn', name: '制作时间', value: media.madeOn },
    { path: 'media.maker', name: '制作人', value: media.maker },
    { path: 'proves', name: '证明对象', value: entry.proves },
    { path: 'media.sound', name: '是否含声音', value: media.sound === undefined ? undefined : true },
  ];
  if (media.original === false) {
    marks.push({ path: 'media.copyReason', name: '不能提供原始载体的原因', value: media.copyReason });
  }
  if (media.sound) {
    marks.push({ path: 'media.transcript', name: '声音的文字记录', value: media.transcript });
  }
  return requiredMarks(marks, path, `“${entry.name}”`);
}
