/** What this project uses of citeproc-js, which ships no types. */
declare module 'citeproc' {
  interface System {
    /** The XML of a locale, or the tree that stands for it. */
    retrieveLocale(language: string): unknown;
    retrieveItem(id: string): unknown;
  }
  interface Cite {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
  }
  class Engine {
    constructor(system: System, style: unknown, language: string, forceLanguage: boolean);
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): readonly [unknown, readonly string[]];
    makeCitationCluster(cites: readonly Cite[]): string;
  }
  const CSL: { readonly Engine: typeof Engine };
  export default CSL;
}
