import type { PartWords } from '../lib/cite/describe-place.ts';
import type { verifyKeys } from '../lib/reader/cite-keys.ts';
import type { Retired } from '../lib/reader/list-retired.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import type { Script } from '../lib/script/scripts.ts';
import { onTyped } from './typing.ts';

export type VerifyWords = SearchWords<(typeof verifyKeys)[number]>;

/** What the page knows beside the texts. */
export interface VerifyPage {
  readonly root: string;
  readonly script: Script;
  readonly edition: string;
  readonly words: VerifyWords;
  /** The words for parts of documents, in each script. */
  readonly parts: readonly PartWords[];
  readonly retired: Readonly<Record<string, Retired>>;
  /** What documents are called where there is no room for their titles. */
  readonly names: Readonly<Record<string, string>>;
}

/** What was pasted stays for as long as the tab: a reader who follows a result comes back to it. */
const kept = 'duben.passage';

/** Verifying a quotation and finding a citation, as one pastes or types. Nothing is sent anywhere. */
class VerifyPassage extends HTMLElement {
  /** Counts what was asked, so that a slow answer does not replace a later one. */
  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #page: VerifyPage = {
    root: this.dataset.root ?? '/',
    script: this.dataset.script as Script,
    edition: this.dataset.edition ?? '',
    words: JSON.parse(this.dataset.words ?? '{}'),
    parts: JSON.parse(this.dataset.parts ?? '[]'),
    retired: JSON.parse(this.dataset.retired ?? '{}'),
    names: JSON.parse(this.dataset.names ?? '{}'),
  };

  connectedCallback(): void {
    const input = this.querySelector('textarea') as HTMLTextAreaElement;
    input.disabled = false;
    // The code and the texts come when a reader first goes there.
    input.addEventListener('focus', () => void this.#prepare().catch(() => {}), { once: true });
    onTyped(input, () => {
      keep(input.value);
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#answer(input.value), 150);
    });
    input.value ||= readKept();
    if (input.value.trim() !== '') void this.#answer(input.value);
  }

  async #prepare() {
    const { openVerifier } = await import('./verify/open-verifier.ts');
    return openVerifier(this.#page);
  }

  async #answer(passage: string): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { words } = this.#page;
    if (passage.trim() === '') return this.#show('', []);
    if (!this.#isReady) this.#show(words.verifyLoading, []);
    try {
      const answer = await this.#prepare();
      this.#isReady = true;
      const { status, content } = await answer(passage, () => turn !== this.#turn);
      if (turn === this.#turn) this.#show(status, content);
    } catch {
      if (turn === this.#turn) this.#show(words.verifyFailed, []);
    }
  }
  #isReady = false;

  #show(status: string, content: readonly Node[]): void {
    const said = this.querySelector('.status') as HTMLElement;
    if (said.textContent !== status) said.textContent = status;
    this.querySelector('.found')?.replaceChildren(...content);
  }
}

customElements.define('verify-passage', VerifyPassage);

function keep(passage: string): void {
  try {
    sessionStorage.setItem(kept, passage);
  } catch {}
}

function readKept(): string {
  try {
    return sessionStorage.getItem(kept) ?? '';
  } catch {
    return '';
  }
}
