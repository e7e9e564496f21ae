import { pageLanguage, type Script } from '../script/scripts.ts';
import { block, element, type Node, writeXml } from './xml.ts';

/** A page of XHTML. */
export function toXhtml(title: string, script: Script, stylesheet: string, body: readonly Node[]): string {
  const lang = pageLanguage(script);
  return writeXml(
    block(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang,
        'xml:lang': lang,
      },
      block(
        'head',
        {},
        element('title', {}, title),
        element('link', { rel: 'stylesheet', href: stylesheet, type: 'text/css' }),
      ),
      block('body', {}, ...body),
    ),
    '<!DOCTYPE html>\n',
  );
}
