import type { Script } from '../script/scripts.ts';

/** A document as search results name it, in one script. */
export interface SearchDocument {
  readonly slug: string;
  readonly title: string;
  /** Key and name of its kind. */
  readonly kind: string;
  readonly kindName: string;
  /** As the source states it (`XXXX` for a year it does not name), and in words. */
  readonly date: string | null;
  readonly dateText: string;
  readonly lang: string;
  /** Whether its text is converted in this script. */
  readonly isConverted: boolean;
  /** The section numbers as printed, by number. */
  readonly sections: Readonly<Record<number, string>>;
  /** The document this one is a witness of. */
  readonly witnessOf?: string;
  /** Ids after which text is missing. */
  readonly brokenAfter?: readonly string[];
}

/** A clause as it is shipped: `[document, id, text, other, base]`, empty ones at the end left out. */
export type ClauseRecord = readonly [
  /** Place in the catalogue's documents. */
  document: number,
  id: string,
  /** In this script; a line break as printed is a space. */
  text: string,
  /**
   * What leads to the text in the other script, `12系40于`: in a converted document the places that the catalogue's
   * pairs do not lead to the published text (see `toPublishedMap`), in others the places where the converted text,
   * folded, is not this one, folded.
   */
  other?: string,
  /** In a witness: the ids of the base's clauses that say the same; see `leaveOutTexts`. */
  base?: string,
];

/** What a search in one script needs to know before it begins: `/search/<script>.json`. */
export interface Catalogue {
  readonly script: Script;
  readonly edition: string;
  /** See `createFold`. */
  readonly fold: string;
  /** From shown characters of converted documents to published ones, where the fold is no guess: see `toPublishedMap`. */
  readonly pairs: string;
  readonly documents: readonly SearchDocument[];
  /** Groups of names that mean the same. */
  readonly aliases: readonly (readonly string[])[];
  /** The exact tier: every clause. */
  readonly clauses?: readonly ClauseRecord[];
  /** The index tier: where the clauses are, and which record of the index leads to each part. */
  readonly shards?: ShardList;
}

/** The clauses in parts: their texts are those of the published data, the rest has a file for each part that has any. */
export interface ShardList {
  /** Below the site’s root, with a slash at the end. */
  readonly folder: string;
  /** Of the shards and the index: those of another are never read. */
  readonly version: string;
  /** How many indexes there are: the others than the first stand in numbered folders below it. */
  readonly volumes: number;
  /** The clauses of each part, but of a document’s last. */
  readonly length: number;
  /** From published characters to shown ones: see `toRests`. */
  readonly shown: string;
  readonly parts: readonly ShardPart[];
  readonly common: CommonWords;
}

/** The document of a part, the record of the index that stands for it, the name of its texts, and whether it has a file. */
export type ShardPart = readonly [document: number, record: string, texts: string, hasRest?: 1];

/** The pairs of folded characters that stand most often in a collection. */
export interface CommonPairs {
  /** In a row, the most common first. */
  readonly pairs: string;
  /** How many of them have a larger file of the index than usual. */
  readonly heavy: number;
}

/** What is little reason to read a shard, since so many have it. */
export interface CommonWords extends CommonPairs {
  /** Folded characters that the index does not have by themselves. */
  readonly characters: string;
}

/** A clause as it is searched. */
export interface Clause {
  readonly document: number;
  readonly id: string;
  /** In the page's script, and as published. */
  readonly text: string;
  readonly published: string;
  /** In both scripts, folded; once where they are the same, as nearly always. */
  readonly forms: readonly string[];
  /** In a witness: the ids of the base's clauses that say the same. */
  readonly base: readonly string[];
}
