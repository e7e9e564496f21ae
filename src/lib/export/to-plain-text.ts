import { sayIn } from '../reader/interface-text.ts';
import { titleOf } from '../reader/summarise.ts';
import { toColophon } from './to-colophon.ts';
import { type Entry, listPassages, scriptOfEntry, type Volume } from './volume.ts';

/**
 * A document as plain text: what is known of it in lines that begin with `#`; then each block behind its id, `[s5-3] `,
 * its further lines as printed two spaces in; what an editor says in lines that begin with `〔`.
 */
export function toPlainText(entry: Entry, volume: Volume): string {
  const script = scriptOfEntry(entry);
  const say = sayIn(script);
  const edit = (text: string) => volume.convert(text, 'zh-Hans-CN', script);
  const head = [
    `${say('documentId')}：${entry.document.slug}`,
    ...toColophon(entry, volume, script).map(({ key, value }) => `${key}：${value}`),
    say('plainTextNote'),
  ];
  const body = listPassages(entry.document).flatMap(({ block, notes, gaps }) => [
    `[${block.id}] ${block.text.replaceAll('\n', '\n  ')}`,
    ...notes.map(
      ({ printed, likely, reason }) => `〔${say('note')}〕${printed} → ${likely}：${edit(reason)}`,
    ),
    ...gaps.map(
      ({ extent, reason }) => `〔${say('gap')}${extent ? `·${edit(extent)}` : ''}〕${edit(reason)}`,
    ),
  ]);
  return `${head.map((line) => `# ${line}`).join('\n')}\n\n${body.join('\n\n')}\n`;
}

/** All documents as one plain text, set apart by a line of `=`. */
export function toPlainTextCollection(volume: Volume): string {
  const { title, description, edition, rights } = volume.collection;
  const head = [
    `# ${title} ${edition}`,
    `# ${description}`,
    `# ${rights}`,
    ...volume.entries.map(({ document }) => `# ${document.slug}  ${titleOf(document)}`),
  ];
  const texts = volume.entries.map((entry) => toPlainText(entry, volume));
  return [`${head.join('\n')}\n`, ...texts].join(`\n${'='.repeat(40)}\n\n`);
}
