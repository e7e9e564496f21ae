import { expect, test } from 'vitest';
import { readSettings } from '../../../src/content/settings.ts';

test('what is left out, or empty, is as documented', () => {
  const otherwise = {
    content: 'content',
    site: undefined,
    base: '/',
    keepsOffline: true,
    searchLimit: 10_000,
    indexLimit: 15_000,
    pageLimit: 200,
    formatLimit: 200,
    offlineLimit: 5_000_000,
  };
  expect(readSettings({})).toMatchObject(otherwise);
  expect(readSettings({ SITE_URL: '', BASE_PATH: ' ', SEARCH_LIMIT: '', OFFLINE: '' })).toMatchObject(
    otherwise,
  );
});

test('a path is under slashes, however it is given', () => {
  for (const given of ['read/duben', '/read/duben', 'read/duben/', '/read//duben/'])
    expect(readSettings({ BASE_PATH: given }).base).toBe('/read/duben/');
  expect(readSettings({ SITE_URL: 'https://texts.example/' }).site).toBe('https://texts.example');
});

test.each([
  [{ SITE_URL: 'texts.example' }, 'Unexpected SITE_URL texts.example, expected a protocol'],
  [{ SITE_URL: 'https://texts.example/read/' }, 'a path is BASE_PATH'],
  [{ SITE_URL: 'javascript:alert(1)' }, 'Unexpected SITE_URL'],
  [{ BASE_PATH: '/../' }, 'Unexpected BASE_PATH'],
  [{ BASE_PATH: 'https://texts.example' }, 'Unexpected BASE_PATH'],
  [{ BASE_PATH: '/a"b/' }, 'Unexpected BASE_PATH'],
  [{ SEARCH_LIMIT: '0x10' }, 'Unexpected SEARCH_LIMIT 0x10, expected a number of clauses.'],
  [{ OFFLINE_LIMIT: 'many' }, 'Unexpected OFFLINE_LIMIT many, expected a number of bytes.'],
])('%j is refused', (environment, message) => {
  expect(() => readSettings(environment)).toThrow(message);
});
