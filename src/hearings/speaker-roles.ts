import type { AnyCaseFile } from '../cases/case-file.ts';

/** 听证参加人的角色, in the order in which the keys 1 to 7 give them. */
export const SPEAKER_ROLES = {
  presiding: '主持人',
  clerk: '记录员',
  investigator: '调查人员',
  party: '当事人',
  agent: '代理人',
  witness: '证人',
  'third-party': '第三人',
} as const;

export type SpeakerRole = keyof typeof SPEAKER_ROLES;
export const SPEAKER_ROLE_NAMES = Object.keys(SPEAKER_ROLES) as SpeakerRole[];

const WORDS: [RegExp, SpeakerRole][] = [
  [/^(?:听证)?(?:主持人|主持)$/, 'presiding'],
  [/^(?:听证)?(?:记录员|记录人|书记员)$/, 'clerk'],
  [/^(?:案件)?(?:调查人员|调查人|承办人|办案人员|执法人员|询问人|检查人员)\d?$/, 'investigator'],
  [/^(?:当事人|被处罚人|被询问人|申请人|被检查人|法定代表人)$/, 'party'],
  [/^(?:当事人|委托)?(?:委托)?代理人\d?$/, 'agent'],
  [/^证人\d?$/, 'witness'],
  [/^(?:利害关系人|第三人)\d?$/, 'third-party'],
];

/** The role that a speaker's name stands for: a word for the role, or a name that the case gives it; else `undefined`. */
export function roleOfSpeaker(speaker: string, file: AnyCaseFile): SpeakerRole | undefined {
  const name = speaker.trim();
  const byWord = WORDS.find(([word]) => word.test(name))?.[1];
  if (byWord) return byWord;
  const hearing = file.action === 'penalty' ? file.hearing : undefined;
  if (name === hearing?.presiding?.name) return 'presiding';
  if (name === hearing?.clerk) return 'clerk';
  if (hearing?.agents?.some((agent) => agent.name === name)) return 'agent';
  const { party } = file;
  if ([party.name, party.legalRepresentative, party.operator].includes(name)) return 'party';
  return file.officers?.some((officer) => officer.name === name) ? 'investigator' : undefined;
}
