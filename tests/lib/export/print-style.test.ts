import { expect, test } from 'vitest';
import { toPrintStyle } from '../../../src/lib/export/to-print-style.ts';

test('a printed page carries its title, and at its foot where it is from', () => {
  const style = toPrintStyle('读本 · 声明', [
    { name: 'kind', key: '类别', value: '声明' },
    { name: 'edition', key: '版本', value: '2026-11-21' },
    { name: 'address', key: '网址', value: 'https://duben.example/hans/a/' },
  ]);
  expect(style).toBe(
    ':root {\n  --running: "读本 · 声明";\n  --colophon: "版本：2026-11-21　网址：https://duben.example/hans/a/";\n}\n',
  );
});

test('whatever a title holds, it stays a string', () => {
  expect(toPrintStyle('a"; } body { x: "\\\n</style>', [])).toContain(
    '--running: "a\\22 ; } body { x: \\22 \\5c \\a \\3c /style>";',
  );
});
