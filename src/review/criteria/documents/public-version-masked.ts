import type { CaseFile } from '../../../cases/case-file.ts';
import { addYears, type Day } from '../../../law/dates.ts';
import { birthDateOf } from '../../../law/identity-numbers.ts';
import { type KnownPersons, PERSONAL_DATA, personalDataIn } from '../../../law/personal-data-in.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, combine, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const ADULT = 18;

export const publicVersionMasked = rule({
  id: 'C7-18',
  criterion: 7,
  question: '对外公开的版本是否已经隐去身份号码、住址、电话、账号等个人信息？',
  severity: 'major',
  consequence: 'correctable',
  certainty: 'statute',
  basis: [
    penaltyLaw(50, '办案中知悉的国家秘密、商业秘密、个人隐私要保密。', { states: ['商业秘密', '个人隐私'] }),
    {
      law: '中华人民共和国个人信息保护法',
      article: '34',
      gist: '国家机关处理个人信息不能超出履行职责所必需的范围。',
      from: '2021-11-01',
      states: ['所必需的范围'],
    },
    {
      law: '市场监督管理行政处罚信息公示规定',
      article: '6',
      gist: '公示前对商业秘密和个人信息作必要处理。',
      from: '2021-09-01',
      states: ['必要的处理'],
    },
  ],
  otherBasis: [
    { document: '示范文件：公开前的处理', gist: '秘密、隐私和未成年人信息作处理后公开。' },
    {
      document: '广东省行政执法公示办法（2021）第十四条、第十五条',
      gist: '隐去姓名、出生日期、身份号码、住址、电话、健康、行踪、账号等。',
    },
  ],
  reading:
    '程序能看出的是号码、电话、账号、出生日期、自然人住址、电子邮箱和未成年人姓名；商业秘密、健康和行踪信息由人判断。缴款账户、单位住所不属于个人信息。图片和文件属性由人检查。',
  lawOf: ({ file }) => file.performance?.publishedOn,
  about: ({ file }) => {
    const { publication, performance } = file;
    if (publication?.text) return { text: publication.text, checked: publication.filesChecked };
    return performance?.publishedOn
      ? unclear('决定已经公开，案卷没有公开文本。', ['公开文本'], ['publication.text'])
      : notApplicable('没有公开文本。', ['publication.text', 'performance.publishedOn']);
  },
  decide: ({ text, checked }, { file, today }) => {
    const on = file.performance?.publishedOn ?? file.decision?.date ?? today;
    const answers = [textMasked(text, personsOf(file, on)), ...agesKnown(text, file), filesMasked(checked)];
    return combine(answers, answers[0]!);
  },
});

function textMasked(text: string, known: KnownPersons): Answer {
  const paths = ['publication.text'];
  const found = personalDataIn(text, known);
  if (found.length === 0) return met('公开文本没有发现未经遮掩的个人信息。', paths);
  // The reason is read by more people than the file: it shows where to look, not the datum.
  const named = found.map(({ kind, quote }) => `${PERSONAL_DATA[kind]}（${quote.slice(0, 2)}…）`);
  return notMet(`公开文本仍有${[...new Set(named)].join('、')}。`, paths);
}

/** A natural person named in full may be a minor as long as nobody knows the age. */
function agesKnown(text: string, { party, evidence }: CaseFile): Answer[] {
  const open = [
    ...(party.kind === 'person' && !party.birthDate && !party.idNumber
      ? [{ name: party.name, path: 'party.birthDate' }]
      : []),
    ...(evidence ?? []).flatMap(({ testimony }, index) =>
      testimony?.name && testimony.age === undefined
        ? [{ name: testimony.name, path: `evidence.${index}.testimony.age` }]
        : [],
    ),
  ];
  return open
    .filter(({ name }) => text.includes(name))
    .map(({ name, path }) =>
      unclear(
        `公开文本写有“${name}”的全名，是否未成年人没有载明。`,
        [`“${name}”是否未成年人`],
        ['publication.text', path],
      ),
    );
}

function filesMasked(checked: boolean | undefined): Answer {
  const paths = ['publication.filesChecked'];
  return checked
    ? met('图片和文件属性已经检查。', paths)
    : unclear('公开的图片和文件属性没有检查。', ['图片和文件属性的检查'], paths);
}

function personsOf({ party, evidence }: CaseFile, on: Day): KnownPersons {
  const natural = party.kind === 'person';
  const birthDate = party.birthDate ?? (party.idNumber && birthDateOf(party.idNumber));
  const witnesses = (evidence ?? []).flatMap(({ testimony }) => testimony ?? []);
  const defined = (values: (string | undefined)[]): string[] => values.flatMap((value) => value ?? []);
  return {
    idNumbers: defined([party.idNumber, party.operatorIdNumber]),
    phones: defined([party.phone]),
    addresses: defined([natural ? party.address : undefined, ...witnesses.map(({ address }) => address)]),
    birthDates: defined([birthDate]),
    minors: defined([
      natural && birthDate && on < addYears(birthDate, ADULT) ? party.name : undefined,
      ...witnesses.map(({ name, age }) => (age !== undefined && age < ADULT ? name : undefined)),
    ]),
  };
}
