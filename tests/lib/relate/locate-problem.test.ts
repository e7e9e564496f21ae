import { expect, test } from 'vitest';
import { problem } from '../../../src/lib/relate/decisions.ts';
import { locateProblem } from '../../../src/lib/relate/locate-problem.ts';

const text = [
  'parallels:',
  '  - { decide: add, from: first#s1-1@00000000, to: second#s2-1@00000000,',
  '      reason: 同一件事 }',
  '  - { decide: add, from: first#s1-1@00000000,',
  '      to: second#s3-1@00000000, reason: 同一件事 }',
  'instruments:',
  '  - name: 条约',
].join('\n');
const place = (message: string) => {
  const { file, position } = locateProblem(problem('relate/rule', message), 'content/relations.yaml', text);
  return position ? `${file}:${position.line}:${position.column}` : file;
};

test('a problem is placed at the decision with both clauses, in the editor’s file', () => {
  expect(place('Unexpected add of first#s1-1 and second#s2-1, which is not found.')).toBe(
    'content/relations.yaml:2:26',
  );
  expect(place('Unexpected add of first#s1-1 and second#s3-1, which is not found.')).toBe(
    'content/relations.yaml:4:26',
  );
  expect(place('Unexpected 条约, expected a title that a document prints.')).toBe(
    'content/relations.yaml:7:11',
  );
});

test('a problem that names nothing of the file has no place: none is made up', () => {
  expect(place('Unexpected document no-such, expected one of the collection.')).toBe(
    'content/relations.yaml',
  );
  expect(place('Unexpected add of first#s9-9 and second#s2-1, which is not found.')).toBe(
    'content/relations.yaml',
  );
});
