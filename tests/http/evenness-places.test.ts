import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

const state = vi.hoisted(() => ({ left: 0 }));
vi.mock('../../src/discretion/evenness/keep-places.ts', () => ({
  keepPlaces: async () => ({ left: state.left }),
}));

let test: TestApp;
let head: string | undefined;

beforeAll(async () => {
  test = await openTestApp();
  head = await test.signIn('zhaoju');
});
afterAll(() => test.close());

describe('while places are reckoned', () => {
  it('the page stays as it is: nothing reloads it, and a link shows the rest', async () => {
    state.left = 1234;
    const response = await test.get('/evenness?measure=times', head);
    expect(response.headers.get('refresh')).toBeNull();
    const html = await response.text();
    expect(html).not.toMatch(/http-equiv/i);
    const note = /<p class="note note-amber" data-places="\/evenness\/places">.*?<\/p>/s.exec(html)?.[0];
    expect(note).toContain('<span data-places-left="true">1234</span>');
    expect(note).toContain('<span role="status" data-places-end="true"></span>');
    expect(note).toMatch(/<a href="\/evenness\?[^"]*measure=times[^"]*">显示最新结果<\/a>/);
    expect((await test.get('/evenness/cases.csv', head)).status).toBe(503);
  });

  it('the number that is left can be asked for by whoever sees the page', async () => {
    expect(await (await test.get('/evenness/places', head)).json()).toEqual({ left: 1234 });
    expect((await test.get('/evenness/places', await test.signIn('chenping'))).status).toBe(403);
    expect((await test.get('/evenness/places')).status).not.toBe(200);
  });

  it('nothing is said once all are there', async () => {
    state.left = 0;
    expect(await (await test.get('/evenness', head)).text()).not.toContain('data-places');
    expect(await (await test.get('/evenness/places', head)).json()).toEqual({ left: 0 });
  });
});
