import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';

/**
 * Gaps and notes stand in the markdown as block quotes, which published text never opens:
 *
 * > 〔缺文·约一版〕下文在第7版，未收到。
 *
 * > 〔疑误〕 **克里姆林官** → **克里姆林宫**：……
 */
export interface GapMark {
  readonly type: 'gap';
  readonly reason: string;
  readonly extent?: string;
}

export interface NoteMark {
  readonly type: 'note';
  readonly printed: string;
  readonly likely: string;
  readonly reason: string;
}

/** The block quote that marks missing text. */
export function toGapMark({ reason, extent }: { reason: string; extent?: string | undefined }): Blockquote {
  return quote({ type: 'text', value: `〔缺文${extent ? `·${extent}` : ''}〕${reason}` });
}

/** The block quote that notes a suspected misprint in the block before it. */
export function toNoteMark({ printed, likely, reason }: Omit<NoteMark, 'type'>): Blockquote {
  return quote(
    { type: 'text', value: '〔疑误〕 ' },
    { type: 'strong', children: [{ type: 'text', value: printed }] },
    { type: 'text', value: ' → ' },
    { type: 'strong', children: [{ type: 'text', value: likely }] },
    { type: 'text', value: `：${reason}` },
  );
}

/** What a block quote marks, or null where it is no editorial mark. */
export function readEditorialMark(node: Blockquote): GapMark | NoteMark | null {
  const [paragraph, ...more] = node.children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) return null;
  const [first, printed, , likely, last] = paragraph.children;
  if (first?.type !== 'text') return null;
  if (paragraph.children.length === 1) {
    const [, extent, reason] = /^〔缺文(?:·([^〕]+))?〕([\s\S]+)$/u.exec(first.value) ?? [];
    return reason ? { type: 'gap', reason, ...(extent && { extent }) } : null;
  }
  if (first.value !== '〔疑误〕 ' || last?.type !== 'text' || !last.value.startsWith('：')) return null;
  return {
    type: 'note',
    printed: textOfStrong(printed),
    likely: textOfStrong(likely),
    reason: last.value.slice(1),
  };
}

function textOfStrong(node: PhrasingContent | undefined): string {
  const text = node?.type === 'strong' ? node.children[0] : undefined;
  return text?.type === 'text' ? text.value : '';
}

function quote(...children: PhrasingContent[]): Blockquote {
  const paragraph: Paragraph = { type: 'paragraph', children };
  return { type: 'blockquote', children: [paragraph] };
}
