import type { Profile } from '../../src/corpus/profile.ts';

const SOURCE = '示例方案（测试用）';

/** The jurisdiction of the rules' YAML cases: an invented district with round figures. */
export const TEST_PROFILE: Profile = {
  id: 'test',
  name: '示例区方案',
  example: true,
  region: '示例省示例市示例区',
  agencies: [
    {
      name: '示例区市场监督管理局',
      aliases: ['示例省示例市示例区市场监督管理局'],
      listed: { from: '2019-01-01', source: SOURCE },
      fields: ['market'],
      items: [
        { code: 'MK-001', name: '经营超过保质期的食品', from: '2019-01-01' },
        { code: 'MK-002', name: '旧事项', from: '2019-01-01', to: '2024-12-31' },
      ],
      certificateCategories: ['市场监管', '综合执法'],
      revokes: ['食品经营许可证'],
      concentratedPowers: [],
    },
    {
      name: '示例镇人民政府',
      aliases: [],
      listed: { from: '2022-01-01', source: SOURCE },
      fields: ['urban'],
      items: [{ code: 'UM-001', name: '占道经营', from: '2022-01-01' }],
      certificateCategories: ['综合执法'],
      revokes: [],
      concentratedPowers: [],
    },
  ],
  townDelegations: [
    {
      town: '示例镇人民政府',
      items: ['UM-001'],
      publishedOn: '2021-12-15',
      from: '2022-01-01',
      document: '示例省赋权决定',
    },
  ],
  hearingThresholds: [
    {
      field: '*',
      person: { yuan: 10000, inclusive: true },
      unit: { yuan: 100000, inclusive: true },
      confiscation: true,
      individualBusinessAs: 'person',
      source: SOURCE,
    },
  ],
  majorDecisions: [
    {
      id: 'big-fine-unit',
      name: '对单位较大数额罚款',
      field: '*',
      party: 'unit',
      fine: { yuan: 100000, inclusive: true },
      source: SOURCE,
    },
    {
      id: 'big-fine-person',
      name: '对个人较大数额罚款',
      field: '*',
      party: 'person',
      fine: { yuan: 10000, inclusive: true },
      source: SOURCE,
    },
    {
      id: 'stop',
      name: '责令停产停业、吊销许可',
      field: '*',
      party: 'any',
      types: ['suspend', 'revoke', 'close'],
      source: SOURCE,
    },
    {
      id: 'risk',
      name: '可能造成重大社会影响',
      field: '*',
      party: 'any',
      flag: 'socialRisk',
      source: SOURCE,
    },
  ],
  review: {
    workingDays: 10,
    extensionWorkingDays: 5,
    order: 'after-hearing',
    materials: ['拟作出的决定', '调查取证材料'],
    conclusions: [
      'agree',
      'agree-with-advice',
      'correct',
      'disagree',
      'transfer',
      'refer-to-police',
      'return',
    ],
    source: SOURCE,
  },
  filing: { workingDays: 15, source: SOURCE },
  handling: {
    extensionDays: 30,
    excluded: ['expertise', 'test', 'hearing'],
    norm: '示例部门规章第一条',
    source: SOURCE,
  },
  disclosure: { withdrawalFrom: 'ruling', penaltyWorkingDays: 7, otherWorkingDays: 20, source: SOURCE },
  archiving: { days: 30, source: SOURCE },
  recording: { required: ['inspection'], asNeeded: [], storageHours: 24, source: SOURCE },
  criteria: [],
  lists: [],
  flowCharts: [],
  history: [],
  papers: {
    ordinary: ['filing-approval', 'prior-notice', 'decision', 'proof-of-service'],
    summary: ['decision'],
    source: SOURCE,
  },
  approvalLimits: [],
  ruleFineCaps: [],
  noFaultExceptions: [],
  likeCases: { minimum: 10, spread: 1.5 },
  inspectionItems: {
    items: [
      { code: 'JC-101', name: '食品经营环节监督检查', from: '2024-01-01' },
      { code: 'JC-102', name: '示例旧检查事项', from: '2023-01-01', to: '2024-12-31' },
    ],
    source: SOURCE,
  },
  inspectionLimits: [
    {
      field: '*',
      timesPerYear: 2,
      exempt: ['complaint', 'referral', 'monitoring', 'accident', 'request'],
      source: SOURCE,
    },
  ],
  levyItems: {
    items: [
      { code: 'ZS-201', name: '污水处理费', from: '2024-01-01' },
      { code: 'ZS-202', name: '示例旧收费', from: '2023-01-01', to: '2024-12-31' },
    ],
    source: SOURCE,
  },
  oneOfficerAllowed: ['PS-001'],
  nearCriminalThreshold: 0.8,
};
