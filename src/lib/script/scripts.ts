import type { Language } from '../../schemas/names.ts';

/** The two views of every document. */
export const scripts = ['hans', 'hant'] as const;
export type Script = (typeof scripts)[number];

/** The script a language is published in. */
export function scriptOf(language: Language): Script {
  return language.startsWith('zh-Hans') ? 'hans' : 'hant';
}

export function otherScript(script: Script): Script {
  return script === 'hans' ? 'hant' : 'hans';
}

/** The language tag of a page in this script. */
export function pageLanguage(script: Script): string {
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}

/**
 * The language tag of a document's text in a view: its own, or, converted, the view's script with the
 * document's region, whose punctuation it keeps (`zh-Hans-CN` in `hant` → `zh-Hant-CN`).
 */
export function textLanguage(language: Language, script: Script): string {
  return `${pageLanguage(script)}-${language.slice(-2)}`;
}
