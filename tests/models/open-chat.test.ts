import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readConfig } from '../../src/config.ts';
import { loadPrompt, readPrompt } from '../../src/models/load-prompt.ts';
import { firstJsonObject, openChat } from '../../src/models/open-chat.ts';
import { type Behaviour, startChatServer } from '../support/chat-server.ts';

const prompt = loadPrompt('discretion-reasons');
const shape = z.object({ paragraph: z.string() });
const good = '{"paragraph":"理由"}';
let server: Awaited<ReturnType<typeof startChatServer>> | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function ask(behaviours: Behaviour[], timeoutMs = 5000) {
  server = await startChatServer(...behaviours);
  const chat = openChat(readConfig({ MINGCAI_CHAT_MODEL: 'test-model', OPENAI_BASE_URL: server.url }), {
    timeoutMs,
  });
  return chat!.ask(prompt, { facts: '{}' }, shape);
}

describe('the chat model', () => {
  it('is absent when none is configured', () => {
    expect(openChat(readConfig({}))).toBeUndefined();
  });

  it('asks with the prompt and reads the answer, also inside a code fence', async () => {
    const reply = await ask([{ answer: `好的：\n\`\`\`json\n${good}\n\`\`\`` }]);
    expect(reply).toEqual({
      answer: { paragraph: '理由' },
      model: 'test-model',
      prompt: 'discretion-reasons',
      promptVersion: 1,
    });
    expect(server!.requests[0]!.model).toBe('test-model');
    expect(server!.requests[0]!.messages.map((message) => message.role)).toEqual(['system', 'user']);
  });

  it('asks once more after a malformed answer, then gives up', async () => {
    expect((await ask([{ fault: 'not-json' }, { answer: good }])).answer.paragraph).toBe('理由');
    await server!.close();
    await expect(ask([{ fault: 'not-json' }])).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server!.requests.length).toBe(2);
  });

  it.each<[string, Behaviour]>([
    ['a server that is too slow', { fault: 'slow', ms: 60_000 }],
    ['a reply cut off in the middle', { fault: 'cut-off' }],
    ['a server error', { fault: 'status', status: 500 }],
  ])('reports %s as unavailable', async (_, behaviour) => {
    await expect(ask([behaviour], 300)).rejects.toMatchObject({ name: 'AppError', kind: 'unavailable' });
  });

  it('reports a server that is not there as unavailable', async () => {
    const chat = openChat(readConfig({ MINGCAI_CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }))!;
    await expect(chat.ask(prompt, { facts: '{}' }, shape)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('prompts', () => {
  it('fills in text without reading patterns or placeholders in it', () => {
    const { user } = prompt.fill({ facts: '$& {{facts}} $1' });
    expect(user).toContain('$& {{facts}} $1');
  });

  it('refuses undeclared and missing inputs', () => {
    expect(() => prompt.fill({})).toThrow('需要输入');
    expect(() => prompt.fill({ facts: '', other: '' })).toThrow('需要输入');
    const file = (user: string, inputs: string, system = 's') =>
      `name: n\nversion: 1\npurpose: p\ninputs: ${inputs}\nanswer: {}\nsystem: "${system}"\nuser: "${user}"`;
    expect(() => readPrompt(file('{{a}} {{b}}', '{a: x}'))).toThrow('不一致');
    expect(() => readPrompt(file('{{a}}', '{a: x}', '{{a}}'))).toThrow('不得含案件内容');
    expect(readPrompt(file('{{a}}', '{a: x}')).inputs).toEqual(['a']);
  });

  it('finds the first balanced object', () => {
    expect(firstJsonObject('x {"a": {"b": 1}} y')).toEqual({ a: { b: 1 } });
    expect(firstJsonObject('{bad} {"a":1}')).toEqual({ a: 1 });
    expect(firstJsonObject('none')).toBeUndefined();
  });
});
