import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface SpeechRequest {
  path: string;
  authorization?: string;
  fields: Record<string, string>;
  /** Bytes of the recording, and its name. */
  file: { name: string; bytes: number; magic: string };
}

/** How the server answers. */
export type SpeechBehaviour =
  | { answer: unknown }
  | { status: number }
  | { fault: 'cut-off' | 'not-json' | 'silent' | 'elsewhere' };

/** A local server that speaks OpenAI's transcription protocol. Behaviours are used in turn, the last one again and again. */
export async function startSpeechServer(...behaviours: SpeechBehaviour[]) {
  const requests: SpeechRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.url?.endsWith('/models')) return outgoing.end('{"data":[]}');
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    const behaviour = behaviours[Math.min(requests.length, behaviours.length - 1)]!;
    const file = form.get('file') as File;
    const bytes = Buffer.from(await file.arrayBuffer());
    requests.push({
      path: incoming.url ?? '',
      ...(incoming.headers.authorization ? { authorization: incoming.headers.authorization } : {}),
      fields: Object.fromEntries(
        [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
      ),
      file: { name: file.name, bytes: bytes.length, magic: bytes.toString('latin1', 0, 4) },
    });
    if ('status' in behaviour) return outgoing.writeHead(behaviour.status).end('{"error":{"message":"no"}}');
    if ('answer' in behaviour) {
      return outgoing
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(behaviour.answer));
    }
    if (behaviour.fault === 'not-json') return outgoing.writeHead(200).end('<html>');
    if (behaviour.fault === 'elsewhere')
      return outgoing.writeHead(307, { location: 'http://127.0.0.1:9/steal' }).end();
    if (behaviour.fault === 'cut-off') {
      outgoing.writeHead(200, { 'content-length': '5000' }).write('{"segments":[');
      setTimeout(() => outgoing.destroy(), 20);
    }
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
