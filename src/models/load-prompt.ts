import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const promptSchema = z.strictObject({
  name: z.string(),
  version: z.number().int().positive(),
  purpose: z.string(),
  inputs: z.record(z.string(), z.string()),
  answer: z.record(z.string(), z.string()),
  system: z.string(),
  user: z.string(),
});

/** One question to a model, as its file under prompts/ states it. */
export interface Prompt {
  name: string;
  version: number;
  purpose: string;
  inputs: string[];
  /** The two messages with every input filled in. Throws when an input is missing or was not declared. */
  fill(inputs: Record<string, string>): { system: string; user: string };
}

/** Reads `prompts/<name>.yaml`; its placeholders `{{input}}` must be exactly its declared inputs. */
export function loadPrompt(name: string, folder = new URL('../../prompts/', import.meta.url)): Prompt {
  return readPrompt(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));
}

export function readPrompt(yaml: string): Prompt {
  const file = promptSchema.parse(parse(yaml));
  const declared = Object.keys(file.inputs).sort();
  const used = [...new Set([...file.user.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!))].sort();
  if (declared.join() !== used.join()) {
    throw new RangeError(`提示词 ${file.name} 声明的输入（${declared}）与占位符（${used}）不一致`);
  }
  if (/\{\{\w+\}\}/.test(file.system)) throw new RangeError(`提示词 ${file.name} 的 system 不得含案件内容`);
  return {
    name: file.name,
    version: file.version,
    purpose: file.purpose,
    inputs: declared,
    fill(inputs) {
      if (Object.keys(inputs).sort().join() !== declared.join()) {
        throw new RangeError(`提示词 ${file.name} 需要输入 ${declared}`);
      }
      return {
        system: file.system,
        // A function, so that `$&` in a case's text is not taken for a pattern.
        user: file.user.replace(/\{\{(\w+)\}\}/g, (_, key: string) => inputs[key]!),
      };
    },
  };
}
