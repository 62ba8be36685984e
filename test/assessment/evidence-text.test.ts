/** @jest-environment jsdom */
import fc from 'fast-check';
import { type Evidence, EVIDENCE_FIELDS } from '../../src/assessment/evidence';
import { active, evidenceHtml, evidenceText, inert } from '../../src/assessment/evidence-text';
import { parseEvidenceText } from '../../src/assessment/parse-evidence-text';
import type { ItemId } from '../../src/rubric/schema';
import { jsp } from '../load-rubric';
import { english as words } from '../load-words';
import { evidence, EVIDENCE, item, troublesome } from './evidence-arbitrary';

type Copied = Evidence & { item: ItemId | null };

const parsed = (text: string) => parseEvidenceText(text, jsp, words);
const valueOf = (text: string) => {
  const result = parsed(text);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};
const refusal = (text: string): string => {
  const result = parsed(text);
  return result.ok ? 'taken' : result.failure.message;
};
const line = (cells: Partial<Record<(typeof EVIDENCE_FIELDS)[number], string>>) =>
  EVIDENCE_FIELDS.map((field) => cells[field] ?? '').join('\t');

const toMinute = (moment: string | null) => (moment === null ? null : `${moment.slice(0, 16)}:00Z`);
const asTheWireHasIt = (copied: Copied): Copied => ({
  ...copied,
  captured: toMinute(copied.captured),
  verified: toMinute(copied.verified),
});
const copied = fc.tuple(fc.option(item), evidence).map(([id, rest]): Copied => ({ ...rest, item: id }));

describe('evidence on the clipboard', () => {
  it('comes back as it was copied, times to the minute', () => {
    fc.assert(
      fc.property(fc.array(copied, { minLength: 1, maxLength: 5 }), (list) => {
        expect(valueOf(evidenceText(list))).toEqual(list.map(asTheWireHasIt));
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from a spreadsheet that quotes only cells with line ends, and ends lines with LF', () => {
    const asExcelCopies = (cell: string) => (/[\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    // A text that starts with a quotation mark and also ends with one may be a quoted cell: nobody can tell.
    const plain = copied.filter(({ title, address, quote, note }) =>
      [title, address, quote, note].every((text) => !text.startsWith('"')),
    );
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 5 }), (list) => {
        const text = list
          .map(asTheWireHasIt)
          .map(({ captured, verified, ...rest }) => ({
            ...rest,
            captured: captured?.slice(0, 16).replace('T', ' ') ?? null,
            verified: verified?.slice(0, 16).replace('T', ' ') ?? null,
          }))
          .map((cells) => EVIDENCE_FIELDS.map((field) => asExcelCopies(inert(cells[field] ?? ''))).join('\t'))
          .join('\n');
        expect(valueOf(`${text}\n`)).toEqual(list.map(asTheWireHasIt));
      }),
    );
  });

  it('holds no cell that a spreadsheet runs as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", ''), troublesome(), (start, rest) => {
        const text = `${start}${rest}x`;
        expect(inert(text)).not.toMatch(/^[=+\-@\t\r]/);
        const cell = evidenceText([{ ...EVIDENCE, item: null, title: text }]).slice(1);
        expect(cell).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
    expect(evidenceText([{ ...EVIDENCE, item: 'ORG-01', title: '=HYPERLINK("http://x")' }])).toContain(
      `ORG-01\t"'=HYPERLINK(""http://x"")"\t`,
    );
  });

  it('is one line for each, the fields in the order of the sheet', () => {
    expect(
      evidenceText([
        { ...EVIDENCE, item: 'ORG-01' },
        { ...EVIDENCE, item: null, captured: null },
      ]),
    ).toBe(
      'ORG-01\tSecurity policy\thttps://wiki.example/policy\t2026-11-20 10:00\t2026-11-21 11:30\t2026-05-04\tReviewed each year.\t\r\n' +
        '\tSecurity policy\thttps://wiki.example/policy\t\t2026-11-21 11:30\t2026-05-04\tReviewed each year.\t',
    );
    expect(evidenceText([])).toBe('');
  });

  it('makes line ends within a text LF', () => {
    const quote = 'one\r\ntwo\rthree';
    expect(valueOf(evidenceText([{ ...EVIDENCE, item: null, quote }]))[0]?.quote).toBe('one\ntwo\nthree');
  });
});

describe('inert', () => {
  it('is undone by active for every text', () => {
    fc.assert(
      fc.property(
        fc.oneof(troublesome(), fc.string({ unit: 'binary' })),
        (text) => active(inert(text)) === text,
      ),
    );
    expect(['=1', "'=1", '\tx', '\rx', '@x', '＝1', "'x", 'x=1', ''].map(inert)).toEqual([
      ...["'=1", "''=1", "'\tx", "'\rx", "'@x", "'＝1", "'x", 'x=1', ''],
    ]);
  });
});

describe('parseEvidenceText', () => {
  const header = 'ID\tTitle\tAddress\tCaptured (UTC)\tLast verified (UTC)\tPage\u2019s own date\tQuote\tNote';

  it('skips a header line of any language, empty lines and a byte order mark', () => {
    const text = `\ufeff${header}\r\n\r\n${line({ item: 'org-01', title: 'Plan' })}\r\n\t\t\r\n`;
    expect(valueOf(text)).toEqual([
      expect.objectContaining({ item: 'ORG-01', title: 'Plan', captured: null }),
    ]);
    const german = header.replace('Title', 'Titel').replace('Captured (UTC)', 'Erfasst');
    expect(valueOf(`${german}\n${line({ address: 'DOC-7' })}`)).toHaveLength(1);
  });

  it('takes lines with fewer columns, and dates as ISO writes them', () => {
    expect(valueOf('ORG-01\tPlan\tDOC-7')[0]).toMatchObject({ title: 'Plan', address: 'DOC-7', note: '' });
    const times = {
      captured: '2026-11-20T10:00:05.123Z',
      verified: '2026-11-21',
      pageDate: '2026-05-04 00:00',
    };
    expect(valueOf(line({ item: 'ORG-01', title: 'x', ...times }))[0]).toMatchObject({
      captured: '2026-11-20T10:00:05Z',
      verified: '2026-11-21T00:00:00Z',
      pageDate: '2026-05-04',
    });
  });

  it('takes a quotation mark that opens no quoted cell as it stands', () => {
    expect(valueOf('ORG-01\t"Policy" of 2026\t7" disc\t\t\t\t"open')[0]).toMatchObject({
      title: '"Policy" of 2026',
      address: '7" disc',
      quote: '"open',
    });
  });

  it.each([
    ['', 'There is no evidence in this text'],
    [header, 'There is no evidence in this text'],
    ['hello world', 'Line 1: "hello world" is not the ID'],
    [`${header}\nORG-01\tPlan\nXYZ-99\tPlan`, 'Line 3: "XYZ-99" is not the ID of an item'],
    ['ORG-01\tPlan\n"a\nb"\tx', 'Line 2: "a\nb" is not the ID'],
    ['ORG-01\n', 'Line 1 has no title, address, quote or note'],
    [
      line({ item: 'ORG-01', title: 'x', captured: '20/11/2026' }),
      'Line 1: "20/11/2026" is not a time such as',
    ],
    [
      line({ item: 'ORG-01', title: 'x', verified: '2026-02-30 10:00' }),
      'Line 1: "2026-02-30 10:00" is not a time',
    ],
    [line({ item: 'ORG-01', title: 'x', pageDate: 'May 2026' }), 'Line 1: "May 2026" is not a day such as'],
    [`${line({ item: 'ORG-01', title: 'x' })}\tmore`, 'Line 1 has more than 8 columns'],
  ])('refuses %j in words', (text, message) => {
    expect(refusal(text)).toContain(message);
  });

  it('answers every text, and at once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parsed(text).ok === 'boolean'));
    const began = performance.now();
    for (const piece of ['"', '"\t', '""', '"a\n', '\t']) parsed(piece.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('evidenceHtml', () => {
  const html = (change: Partial<Copied>) => evidenceHtml([{ ...EVIDENCE, item: 'ORG-01', ...change }]);

  it('is one table row for each, with texts as text, times as times and web addresses as links', () => {
    const table = new DOMParser().parseFromString(html({ title: '=1+1', quote: 'a\nb' }), 'text/html');
    const cells = [...table.querySelectorAll('tr > td')];
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      ...[
        'ORG-01',
        "'=1+1",
        EVIDENCE.address,
        '2026-11-20 10:00',
        '2026-11-21 11:30',
        '2026-05-04',
        'ab',
        '',
      ],
    ]);
    const formats = cells.map(
      (cell) => /mso-number-format:'([^']*)'/.exec(cell.getAttribute('style') ?? '')?.[1],
    );
    const time = 'yyyy\\-mm\\-dd\\ hh\\:mm';
    expect(formats).toEqual(['\\@', '\\@', '\\@', time, time, 'yyyy\\-mm\\-dd', '\\@', '\\@']);
    expect(table.querySelector('a')?.href).toBe(EVIDENCE.address);
    expect(cells[6]?.querySelectorAll('br')).toHaveLength(1);
  });

  it('lets no text of a page become markup, and no address but a web address a link', () => {
    const texts = fc.oneof(
      troublesome(),
      fc.constantFrom('</td>', '<script>x</script>', '" onclick="x', '&lt;'),
    );
    fc.assert(
      fc.property(texts, texts, (title, address) => {
        const table = new DOMParser().parseFromString(html({ title, address }), 'text/html');
        const cells = [...table.querySelectorAll('td')];
        expect(cells).toHaveLength(EVIDENCE_FIELDS.length);
        expect(table.querySelectorAll('script, a, b')).toHaveLength(0);
        expect(cells[1]?.textContent).toBe(inert(title).replaceAll('\n', ''));
      }),
      { numRuns: 50 },
    );
    expect(html({ address: 'javascript:alert(1)' })).not.toContain('<a');
  });
});
