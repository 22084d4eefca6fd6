import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
}

/** How the server behaves: an answer's text, or a fault on the wire. */
export type Behaviour =
  | { answer: string | ((request: ChatRequest) => string) }
  | { fault: 'slow'; ms: number }
  | { fault: 'cut-off' }
  | { fault: 'not-json' }
  | { fault: 'status'; status: number };

/** A local server that speaks the OpenAI chat completions protocol. Behaviours are used in turn, the last one again and again. */
export async function startChatServer(...behaviours: Behaviour[]) {
  const requests: ChatRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = JSON.parse(await bodyOf(incoming)) as ChatRequest;
    const behaviour = behaviours[Math.min(requests.length, behaviours.length - 1)]!;
    requests.push(request);
    await reply(outgoing, request, behaviour);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function reply(outgoing: ServerResponse, request: ChatRequest, behaviour: Behaviour): Promise<void> {
  if ('fault' in behaviour) {
    if (behaviour.fault === 'slow') {
      const timer = setTimeout(() => outgoing.end(), behaviour.ms);
      outgoing.on('close', () => clearTimeout(timer));
      return;
    }
    if (behaviour.fault === 'cut-off') {
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      outgoing.write('{"id":"x","object":"chat.completion","choices":[{"index":0,"message":{"role":"assi');
      setTimeout(() => outgoing.destroy(), 20);
      return;
    }
    if (behaviour.fault === 'status') {
      outgoing.writeHead(behaviour.status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ error: { message: 'no', type: 'server_error' } }));
      return;
    }
  }
  const content =
    'fault' in behaviour
      ? '好的，以下是理由：{"paragraph": 一段没有引号的话'
      : typeof behaviour.answer === 'string'
        ? behaviour.answer
        : behaviour.answer(request);
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1,
      model: request.model,
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    }),
  );
}
