import type { Element, Nodes, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Selection, WebPageRecipe } from '../../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../../text/source-text.ts';
import { nameFirst, type Problem, problemAt } from '../problem.ts';
import type { ReadRecipe } from '../read-recipe.ts';
import type { LeftOut, Piece, Reading, SourceBlock } from '../reading.ts';
import { countComparisons } from './count-comparisons.ts';
import { type Page, type PageText, parsePage } from './parse-page.ts';
import { trimSpaces } from './trim-spaces.ts';

/** Read a web page as its recipe says: which elements are the document, and what stands around it. */
export function readWebPage(source: SourceText, recipe: WebPageRecipe, read: ReadRecipe): Reading {
  const page = parsePage(source, recipe.allow);
  const placing = new Placing(source, page, read);

  const documents = recipe.documents.map((document, d) => ({
    slug: document.slug,
    blocks: document.segments.flatMap((segment, s) =>
      placing.keep(segment, s, ['documents', d, 'segments', s]),
    ),
  }));
  for (const [f, furniture] of recipe.furniture.entries()) {
    const path = ['furniture', f];
    if ('select' in furniture) placing.leaveElements(furniture, path);
    else placing.leaveLines(furniture.lines, furniture.reason, path);
  }
  placing.leaveSpacesAndScripts();
  placing.findUnplaced();

  return {
    documents,
    leftOut: [...page.markup.flatMap((stretch) => placing.withoutKeptBreaks(stretch)), ...placing.leftOut],
    doubts: [],
    problems: placing.problems,
  };
}

/** Of a selector with the elements of a page; with one of a published page it is some ten thousand. */
const mostComparisons = 2_000_000;

/** Places each character of the page's text exactly once. */
class Placing {
  readonly leftOut: LeftOut[] = [];
  readonly problems: Problem[] = [];
  /** For each character one more than the place of its owner's name; 0 where it has none. */
  readonly #owners: Uint32Array;
  readonly #ownerNames: string[] = [];
  readonly #keptBreaks = new Set<number>();
  readonly #source: SourceText;
  readonly #page: Page;
  readonly #read: ReadRecipe;
  readonly #breakOffsets: ReadonlySet<number>;
  readonly #textByNode: ReadonlyMap<Nodes, PageText>;

  constructor(source: SourceText, page: Page, read: ReadRecipe) {
    this.#source = source;
    this.#page = page;
    this.#read = read;
    this.#breakOffsets = new Set([...page.breaks.values()].map(({ from }) => from));
    this.#textByNode = new Map(page.texts.map((text) => [text.node, text]));
    this.#owners = new Uint32Array(source.characters.length);
  }

  keep(segment: Selection, index: number, path: PropertyKey[]): SourceBlock[] {
    const part = segment.part === 'text' ? 'paragraph' : segment.part;
    const owner = `${segment.part} (segment ${index + 1})`;
    const stretches =
      'select' in segment
        ? this.#select(segment.select, segment.count, path).map((element) => this.#piecesIn(element))
        : [this.#findText(segment, path)];
    return stretches.flatMap((stretch) => {
      const { pieces, spaces } = trimSpaces(this.#source, stretch);
      this.#claim([...pieces, ...spaces], owner, path);
      for (const { from, to } of spaces) this.leftOut.push({ from, to, reason: 'layout-space' });
      if (pieces.length > 0) return [{ part, pieces, segment: index }];
      if (stretch.length > 0 || 'select' in segment)
        this.problems.push(
          this.#read.at(
            path,
            'import/empty-segment',
            'Unexpected element without text, expected text. Narrow the selector.',
          ),
        );
      return [];
    });
  }

  leaveElements(furniture: { select: string; count: number; reason: string }, path: PropertyKey[]): void {
    for (const element of this.#select(furniture.select, furniture.count, path)) {
      const pieces = this.#piecesIn(element, { withScripts: true }).filter(
        ({ from }) => !this.#isBreak(from),
      );
      this.#claim(pieces, `furniture (${furniture.reason})`, path);
      this.#leaveFurniture(pieces, furniture.reason);
    }
  }

  /** Whatever text of these lines no segment has taken. */
  leaveLines(lines: { first: number; last: number }, reason: string, path: PropertyKey[]): void {
    const rest = this.#textOfLines(lines, path).filter(({ from }) => !this.#owners[from]);
    if (rest.length === 0)
      this.problems.push(
        this.#read.at(
          path,
          'import/empty-segment',
          'Unexpected lines without text to leave out, expected text that no segment takes. Correct the range.',
        ),
      );
    this.#claim(rest, `furniture (${reason})`, path);
    this.#leaveFurniture(rest, reason);
  }

  leaveSpacesAndScripts(): void {
    const layout = this.#ownerNames.push('layout');
    for (const text of this.#page.texts) {
      const isBlank = text.node.value.trim() === '';
      for (const { from, to } of text.characters) {
        if (this.#owners[from]) continue;
        if (!text.isScript && !isBlank) continue;
        this.leftOut.push({ from, to, reason: text.isScript && !isBlank ? 'script' : 'layout-space' });
        this.#owners[from] = layout;
      }
    }
  }

  /** Text that no rule places would be lost: an error, with the place where each stretch begins. */
  findUnplaced(): void {
    const starts: { from: number; text: string }[] = [];
    for (const { characters } of this.#page.texts) {
      const rest = characters.filter(({ from }) => !this.#owners[from]);
      const first = rest[0];
      if (!first) continue;
      const text = sliceSource(this.#source, first.from, rest.at(-1)?.to ?? first.to);
      starts.push({ from: first.from, text });
    }
    for (const problem of nameFirst(starts, ({ from, text }) =>
      problemAt(
        this.#source,
        from,
        'import/unplaced-text',
        `Unexpected text that no rule places (${text.trim().slice(0, 16)}…), expected every text in a segment or in furniture. Select it.`,
      ),
    ))
      this.problems.push(problem);
  }

  #leaveFurniture(pieces: readonly Piece[], note: string): void {
    for (const { from, to } of pieces) this.leftOut.push({ from, to, reason: 'furniture', note });
  }

  /** What is left of a stretch of markup: a kept line break may have tags right before it and after it. */
  withoutKeptBreaks({ from, to, reason }: LeftOut): LeftOut[] {
    const left: LeftOut[] = [];
    for (let at = from; at < to; ) {
      const isKept = this.#keptBreaks.has(at);
      let end = at + 1;
      while (end < to && this.#keptBreaks.has(end) === isKept) end += 1;
      if (!isKept) left.push({ from: at, to: end, reason });
      at = end;
    }
    return left;
  }

  #isBreak(offset: number): boolean {
    return this.#breakOffsets.has(offset);
  }

  #select(selector: string, count: number, path: PropertyKey[]): Element[] {
    const at = [...path, 'select'];
    if (countComparisons(selector, this.#page.root) > mostComparisons) {
      this.problems.push(
        this.#read.at(
          at,
          'import/selector',
          'Unexpected selector that would take hours on a page nested like this one, expected fewer steps to any descendant or sibling. Write `>` or `+` between them, or name a class.',
        ),
      );
      return [];
    }
    let elements: Element[];
    try {
      elements = selectAll(selector, this.#page.root);
    } catch (error) {
      this.problems.push(
        this.#read.at(
          at,
          'import/selector',
          `Unexpected selector (${(error as Error).message}), expected CSS. Correct it.`,
        ),
      );
      return [];
    }
    if (elements.length === count) return elements;
    this.problems.push(
      elements.length === 0
        ? this.#read.at(
            at,
            'import/selector-empty',
            `Unexpected selector ${selector} that matches nothing, expected ${count}. Correct it.`,
          )
        : this.#read.at(
            at,
            'import/selector-count',
            `Unexpected selector ${selector} that matches ${elements.length}, expected ${count}. Correct it or \`count\`.`,
          ),
    );
    return elements;
  }

  #piecesIn(element: Element | Root, { withScripts = false } = {}): Piece[] {
    return element.children.flatMap((node): Piece[] => {
      if (node.type === 'text') {
        const text = this.#textByNode.get(node);
        return text && (withScripts || !text.isScript) ? [...text.characters] : [];
      }
      if (node.type !== 'element') return [];
      const lineBreak = this.#page.breaks.get(node);
      return lineBreak ? [lineBreak] : this.#piecesIn(node, { withScripts });
    });
  }

  #textOfLines({ first, last }: { first: number; last: number }, path: PropertyKey[]): Piece[] {
    const [start, end] = [this.#source.lines[first - 1], this.#source.lines[last - 1]];
    if (!start || !end) {
      this.problems.push(
        this.#read.at(
          [...path, 'lines'],
          'import/lines',
          `Unexpected lines ${first}–${last}, expected lines up to ${this.#source.lines.length}: the source has no more. Correct the range.`,
        ),
      );
      return [];
    }
    const next = this.#source.lines[last]?.from ?? this.#source.characters.length;
    return this.#page.texts.flatMap(({ characters }) => {
      const isOutside = (characters[0]?.from ?? 0) >= next || (characters.at(-1)?.from ?? 0) < start.from;
      return isOutside ? [] : characters.filter(({ from }) => start.from <= from && from < next);
    });
  }

  #findText(segment: { lines: { first: number; last: number }; text: string }, path: PropertyKey[]): Piece[] {
    const characters = this.#textOfLines(segment.lines, path);
    const shown = characters.map(({ from, to, as }) => as ?? sliceSource(this.#source, from, to));
    const wanted = Array.from(segment.text);
    const starts = shown.flatMap((_, start) =>
      wanted.every((character, index) => shown[start + index] === character) ? [start] : [],
    );
    const [start] = starts;
    if (start !== undefined && starts.length === 1) return characters.slice(start, start + wanted.length);
    this.problems.push(
      this.#read.at(
        [...path, 'text'],
        starts.length === 0 ? 'import/selector-empty' : 'import/selector-count',
        `Unexpected text ${JSON.stringify(segment.text)} that stands ${starts.length} times in lines ${segment.lines.first}–${segment.lines.last}, expected it once. Correct the text or the lines.`,
      ),
    );
    return [];
  }

  #claim(pieces: readonly Piece[], owner: string, path: PropertyKey[]): void {
    const number = this.#ownerNames.push(owner);
    let taken: number | undefined;
    for (const { from, to } of pieces)
      for (let at = from; at < to; at += 1) {
        if (this.#owners[at]) taken ??= at;
        else this.#owners[at] = number;
      }
    for (const { from, to } of pieces)
      if (this.#isBreak(from)) for (let at = from; at < to; at += 1) this.#keptBreaks.add(at);
    if (taken !== undefined)
      this.problems.push(
        this.#read.at(
          path,
          'import/overlap',
          `Unexpected text ${JSON.stringify(sliceSource(this.#source, taken, taken + 8))} in ${owner} and in ${this.#ownerNames[(this.#owners[taken] ?? 0) - 1]}, expected each text in one. Narrow one of them.`,
        ),
      );
  }
}
