import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../../src/corpus/parse-yaml.ts';

const CORPUS = resolve(import.meta.dirname, '../../corpus');

let folder: string;
let kept: URL;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcai-yaml-'));
  kept = pathToFileURL(`${folder}/kept/`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keptFiles = () => readdirSync(kept).map((name) => new URL(name, kept));

it('says the same of every file of the corpus when it parses it and when it has kept it', () => {
  const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const text = readFileSync(join(CORPUS, file), 'utf8');
    const expected: unknown = parse(text);
    expect(parseYaml(text, kept), file).toEqual(expected);
    expect(parseYaml(text, kept), file).toEqual(expected);
  }
  expect(keptFiles()).toHaveLength(files.length);
});

it('never gives what it kept of another text', () => {
  expect(parseYaml('fine: 500', kept)).toEqual({ fine: 500 });
  expect(parseYaml('fine: 800', kept)).toEqual({ fine: 800 });
  expect(parseYaml('fine: 500', kept)).toEqual({ fine: 500 });
});

it('parses again what was kept broken, and reads where nothing can be kept', () => {
  parseYaml('fine: 500', kept);
  for (const file of keptFiles()) writeFileSync(file, '{"fine": 5');
  expect(parseYaml('fine: 500', kept)).toEqual({ fine: 500 });
  writeFileSync(join(folder, 'no-folder'), '');
  const nowhere = pathToFileURL(`${folder}/no-folder/kept/`);
  expect(parseYaml('fine: 500', nowhere)).toEqual({ fine: 500 });
});

it('refuses what is no YAML each time', () => {
  for (let time = 0; time < 2; time += 1) expect(() => parseYaml('a: [1', kept)).toThrow();
});
