import { Parser } from 'htmlparser2';
import { AppError } from '../errors.ts';

/** An element; text stands in `children` as strings. Names have the customary prefix, whatever the file calls it. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** No word processor nests this deep; a reader that calls itself must not run out of stack. */
const MAX_DEPTH = 400;

/** Ends of namespaces (transitional and strict) and the prefix under which everybody knows them. */
const PREFIXES: [RegExp, string][] = [
  [/wordprocessingml\/(2006\/)?main$/, 'w'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/drawingml\/(2006\/)?main$/, 'a'],
  [/drawingml\/(2006\/)?wordprocessingDrawing$/, 'wp'],
  [/office\/word\/2010\/wordml$/, 'w14'],
  [/office\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/officeDocument\/(2006\/)?relationships$/, 'r'],
  [/officeDocument\/(2006\/)?math$/, 'm'],
  [/schemas-microsoft-com:vml$/, 'v'],
];

/**
 * Reads XML into a tree. Entities other than the five of XML are not expanded, external ones never fetched.
 * AppError 'invalid-input' when it nests too deep.
 */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  const prefixes = new Map<string, string>();

  const renamed = (name: string) => {
    const colon = name.indexOf(':');
    if (colon < 0) {
      const own = prefixes.get('');
      return own ? `${own}:${name}` : name;
    }
    return `${prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon)}:${name.slice(colon + 1)}`;
  };
  const parser = new Parser(
    {
      onopentag(name, given) {
        for (const [key, uri] of Object.entries(given)) {
          if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
          const known = PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
          if (known) prefixes.set(key.slice(6), known);
        }
        const attributes: Record<string, string> = {};
        for (const [key, value] of Object.entries(given)) {
          attributes[key.includes(':') ? renamed(key) : key] = value;
        }
        const node: XmlNode = { name: renamed(name), attributes, children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
        if (open.length > MAX_DEPTH)
          throw new AppError('invalid-input', '文件内部嵌套过深，疑为损坏或恶意的文件。');
      },
      ontext(piece) {
        const children = open.at(-1)!.children;
        const last = children.length - 1;
        if (typeof children[last] === 'string') children[last] += piece;
        else children.push(piece);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

/** The first child element of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name);
}

export function childrenOf(node: XmlNode): XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== 'string');
}

/** All elements of that name below a node, in order. */
export function descendantsOf(node: XmlNode, name: string): XmlNode[] {
  return childrenOf(node).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}
