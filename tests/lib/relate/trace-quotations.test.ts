import { describe, expect, test } from 'vitest';
import { traceQuotations } from '../../../src/lib/relate/trace-quotations.ts';
import { createWeigher } from '../../../src/lib/relate/word-weights.ts';
import type { Quotation } from '../../../src/schemas/relations-data.ts';
import { backgroundClauses, fold, relateData, relateDocuments } from './collection.ts';

/** The clauses that may be reported. */
const clauses = {
  nuclear: '双方强调，核战争打不赢也打不得。所有核武器国家都不应在境外部署“核导弹”，应撤出境外部署的核武器。',
  submarines: '双方对核动力潜艇合作计划给区域战略稳定带来的后果表示严重关切。',
  water: '双方对福岛核电站事故放射性污染水的排放计划表示不安。',
  long:
    '双方愿加强各级执法部门的情报交流，建立联络员名单，定期交换统计数据，共同编写培训教材，互派教官授课，' +
    '在边境口岸设立联合检查点，并开展反恐演习和防范颜色革命。',
};
const targets = Object.entries(clauses).map(([id, text]) => ({ id, text: fold(text) }));
const weigh = createWeigher([...backgroundClauses, ...Object.values(clauses)].map(fold));

/** What is traced of a report: kind, the clause, what is said there, and what is changed as `[printed|said]`. */
function trace(report: string): string[] {
  const said = Array.from(report);
  return traceQuotations([{ id: 'p1', text: fold(report) }], targets, weigh).map(
    ({ from, kind, to, span, changes }) => {
      expect(from).toBe('p1');
      const printed = Array.from(clauses[to as keyof typeof clauses]);
      const notes = changes.map(
        (change) => ` [${printed.slice(...change.printed).join('')}|${said.slice(...change.said).join('')}]`,
      );
      return `${kind} ${to}: ${said.slice(...span).join('')}${notes.join('')}`;
    },
  );
}

describe('a report', () => {
  test('repeats a sentence', () => {
    expect(trace('声明说：核战争打不赢也打不得。')).toEqual(['verbatim nuclear: 核战争打不赢也打不得。']);
  });

  test('repeats it after a mark of its own, which is not of the quotation', () => {
    expect(trace('声明说，核战争打不赢也打不得。')).toEqual(['verbatim nuclear: 核战争打不赢也打不得。']);
  });

  test('repeats it in the other script, with other quotation marks', () => {
    expect(trace('所有核武器國家都不應在境外部署「核導彈」，應撤出境外部署的核武器。')).toEqual([
      'verbatim nuclear: 所有核武器國家都不應在境外部署「核導彈」，應撤出境外部署的核武器。',
    ]);
  });

  test('adds quotation marks', () => {
    expect(trace('雙方對「核動力潛艇」合作計劃給區域戰略穩定帶來的後果表示嚴重關切。')).toEqual([
      'changed submarines: 雙方對「核動力潛艇」合作計劃給區域戰略穩定帶來的後果表示嚴重關切。 [|「] [|」]',
    ]);
  });

  test('leaves a word out and changes one', () => {
    expect(trace('双方对核动力潜艇计划给区域战略稳定带来的影响表示严重关切。')).toEqual([
      'changed submarines: 双方对核动力潜艇计划给区域战略稳定带来的影响表示严重关切。 [合作|] [后果|影响]',
    ]);
  });

  test('leaves most of a clause out: one quotation with an omission', () => {
    const left =
      '建立联络员名单，定期交换统计数据，共同编写培训教材，互派教官授课，在边境口岸设立联合检查点，并';
    expect(trace('据报道，双方愿加强各级执法部门的情报交流，开展反恐演习和防范颜色革命。')).toEqual([
      `changed long: 双方愿加强各级执法部门的情报交流，开展反恐演习和防范颜色革命。 [${left}|]`,
    ]);
    expect(trace('据报道，双方愿加强各级执法部门的情报交流……开展反恐演习和防范颜色革命。')).toEqual([
      `changed long: 双方愿加强各级执法部门的情报交流……开展反恐演习和防范颜色革命。 [，${left}|……]`,
    ]);
  });

  test('repeats two clauses in one sentence', () => {
    expect(
      trace(
        '声明对核动力潜艇合作计划给区域战略稳定带来的后果表示严重关切，对福岛核电站事故放射性污染水的排放计划表示不安。',
      ),
    ).toEqual([
      'verbatim submarines: 对核动力潜艇合作计划给区域战略稳定带来的后果表示严重关切',
      'verbatim water: 对福岛核电站事故放射性污染水的排放计划表示不安。',
    ]);
  });

  test('repeats two sentences of a clause: each is one', () => {
    expect(
      trace('核战争打不赢也打不得。所有核武器国家都不应在境外部署“核导弹”。').map(
        (line) => line.split(':')[0],
      ),
    ).toEqual(['verbatim nuclear', 'verbatim nuclear']);
  });

  test('says it in the reporter’s own words: nothing is traced', () => {
    expect(trace('（记者莫斯科电）会谈持续了三个多小时，结束后两位领导人没有回答记者提问。')).toEqual([]);
    // The same subject, and no words in a row of it.
    expect(trace('声明提到了潜艇、福岛和核武，也谈到警方怎样交换情报。')).toEqual([]);
  });

  test('repeats a formula alone: nothing is traced', () => {
    const inCommon = {
      id: 'common',
      text: '双方重申愿继续致力于恢复直航，并增加班次，改善服务，降低票价，方便两国人员往来。',
    };
    const report = { id: 'p1', text: '双方重申愿继续致力于一项尚未公布的安排。' };
    expect(traceQuotations([report], [inCommon], weigh)).toEqual([]);
    // As many letters in a row, and no formula.
    const other = { id: 'p1', text: '双方将增加班次，改善服务，这还是第一次。' };
    expect(traceQuotations([other], [inCommon], weigh)).toHaveLength(1);
  });
});

describe('the documents', () => {
  const documents = new Map(relateData.map((document) => [document.slug, document]));
  const textOf = (address: string, span?: readonly [number, number]) => {
    const [slug = '', id = ''] = address.split('#');
    const document = documents.get(slug);
    const blocks = document?.sections.flatMap(({ paragraphs }) => paragraphs) ?? [];
    const text = id === 'title' ? document?.title : blocks.find((block) => block.id === id)?.text;
    return Array.from(text ?? '')
      .slice(...(span ?? []))
      .join('');
  };
  const of = (report: string) =>
    relateDocuments().quotations.filter(({ from }) => from.startsWith(`${report}#`));
  const saying = (list: readonly Quotation[], words: string) =>
    list.filter(({ from, span }) => textOf(from, span).includes(words));

  test('the signing dispatch lacks 各方 in one sentence, and repeats the others as they are', () => {
    const signing = of('xinhua-signing').filter(({ from }) => from === 'xinhua-signing#p2');
    const changed = signing.filter(({ kind }) => kind !== 'verbatim');
    expect(changed).toMatchObject([
      {
        from: 'xinhua-signing#p2',
        to: '2023-joint-statement#s9-1',
        kind: 'changed',
        changes: [{ said: '', printed: '各方' }],
      },
    ]);
    expect(changed.map(({ from, span }) => textOf(from, span))).toEqual([
      '双方呼吁停止一切促使局势紧张、战事延宕的举动，避免危机进一步恶化甚至失控。',
    ]);
    expect(signing.every(({ to }) => to === '2023-joint-statement#s9-1')).toBe(true);
    // All that the dispatch says on the subject, but for the three words that open it.
    const said = signing.map(({ from, span }) => textOf(from, span)).join('');
    expect(said).toBe(textOf('xinhua-signing#p2').replace('关于乌克兰问题，', ''));
  });

  test('the report of another agency: what it repeats, and where', () => {
    const report = of('cna-report');
    const links = (words: string) => saying(report, words).map(({ to, kind }) => [to, kind]);
    expect(links('負責任的對話')).toEqual([['2023-joint-statement#s9-1', 'changed']]);
    expect(links('顏色革命')).toEqual([['2023-joint-statement#s2-8', 'changed']]);
    expect(links('加強涉外法治和立法經驗交流')).toEqual([['2023-joint-statement#s2-6', 'verbatim']]);
    expect(links('放射性污染水')).toEqual([['2023-joint-statement#s7-4', 'verbatim']]);
    expect(links('規劃的聯合聲明')).toEqual([['2023-economic-plan#title', 'verbatim']]);
    const [pact] = saying(report, '區域戰略穩定');
    expect(pact).toMatchObject({ to: '2023-joint-statement#s7-3', kind: 'changed' });
    expect(pact?.changes).toContainEqual({ said: '洲', printed: '大利亚' });
  });

  test('the reporter’s own words are no one’s', () => {
    // What the agency says of the war, and of the press conference.
    expect(relateDocuments().quotations.filter(({ from }) => /^cna-report#p(?:5|12)$/.test(from))).toEqual(
      [],
    );
  });

  test('a verbatim quotation is the passage, folded; a change is what both have in their places', () => {
    const { quotations } = relateDocuments();
    expect(quotations.length).toBeGreaterThan(20);
    for (const { from, span, to, toSpan, kind, changes } of quotations) {
      const [said, printed] = [textOf(from, span), toSpan ? textOf(to, toSpan) : undefined];
      expect(said).not.toBe('');
      if (kind === 'verbatim') expect(fold(said)).toBe(fold(printed ?? ''));
      if (kind === 'changed') expect(changes).not.toEqual([]);
      for (const change of changes) {
        expect(said).toContain(change.said);
        expect(printed).toContain(change.printed);
      }
    }
  });

  test('what stands between quotation marks, and the clauses that have these very words', () => {
    const { quoted } = relateDocuments();
    const found = (words: string) => quoted.find(({ from, span }) => textOf(from, span) === words)?.found;
    expect(found('拱火澆油')).toEqual(['2023-joint-statement#s9-1']);
    // Words that the report puts between marks and that stand nowhere in what it reports.
    expect(found('澳英美三方安全夥伴關係')).toEqual([]);
  });
});
