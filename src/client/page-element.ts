/** An element of a page: what it listens to beyond itself ends when it leaves the page. */
export abstract class PageElement extends HTMLElement {
  #stay = new AbortController();

  connectedCallback(): void {
    this.#stay = new AbortController();
    void this.wire(this.#stay.signal);
  }

  disconnectedCallback(): void {
    this.#stay.abort();
  }

  /** @param stay for every listener on something that is not part of the element */
  protected abstract wire(stay: AbortSignal): void | Promise<void>;
}
