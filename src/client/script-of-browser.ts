/** The script of the first Chinese language a browser names: by script, else by region. */
export function scriptOfBrowser(languages: readonly string[]): string | undefined {
  for (const language of languages) {
    if (!/^zh\b/i.test(language)) continue;
    return /hant|-(tw|hk|mo)\b/i.test(language) ? 'hant' : 'hans';
  }
  return undefined;
}
