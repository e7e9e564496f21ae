import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importContent } from '../../scripts/steps/import-content.ts';
import { sha256 } from '../../src/lib/text/sha256.ts';
import { useCopyOfContent } from './copy-of-content.ts';

const source = '渡口\n\n渡船每日四班。\n';

/** Each test of the file has a collection of one short document, `ferry`, of its own, which no edition has. */
export function useSmallContent() {
  return useCopyOfContent((content) => {
    mkdirSync(join(content, 'sources', 'ferry'), { recursive: true });
    writeFileSync(
      join(content, 'collection.yaml'),
      `title: 河谷
description: 河谷
edition: 2031-01-01
rights: 样本
kinds: { notice: 告示 }
sourceKinds: { page: 版面 }
order: []
`,
    );
    writeFileSync(join(content, 'sources', 'ferry', 'source.txt'), source);
    writeFileSync(
      join(content, 'sources', 'ferry', 'recipe.yaml'),
      `sha256: ${sha256(source)}
reader: text-layer
name: 样本
kind: page
language: zh-Hans-CN
description: 样本
documents:
  - slug: ferry
    kind: notice
    segments:
      - { part: title, lines: 1 }
      - { part: text, lines: 3, spacing: unwrapped }
`,
    );
    importContent(content);
  });
}
