import { chromeConsent } from '../../src/extension/inbox/chrome-consent';
import { chromeInbox } from '../../src/extension/inbox/chrome-inbox';
import { workerInbox } from '../../src/extension/inbox/worker-inbox';
import { captured, FakeBrowser, valueOf, words } from './fake-chrome';

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
});

const worker = () => workerInbox(browser.parts());
const panel = () => chromeInbox(browser.parts());
const listed = async () => valueOf(await panel().list());

describe('keeping', () => {
  it('gives what was kept, newest first', async () => {
    for (const n of [2, 1, 3]) valueOf(await worker().keep(captured(n)));
    expect((await listed()).map(({ title }) => title)).toEqual(['Page 3', 'Page 2', 'Page 1']);
  });

  it('loses nothing when workers and panels write at the same time', async () => {
    const all = Array.from({ length: 40 }, (_, n) => captured(n));
    await Promise.all(all.map((evidence) => worker().keep(evidence)));
    await Promise.all([
      ...all.slice(0, 10).map(({ id }) => panel().change(id, { note: 'changed' })),
      ...all.slice(10, 20).map(({ id }) => panel().remove([id])),
      worker().keep(captured(50)),
    ]);
    const left = await listed();
    expect(left).toHaveLength(31);
    expect(left.filter(({ note, revision }) => note === 'changed' && revision === 2)).toHaveLength(10);
  });

  it('is in one write, so that a worker that ends between two captures leaves the first one whole', async () => {
    valueOf(await worker().keep(captured(1)));
    expect(browser.local.writes).toBe(1);
    // Another worker, with nothing in its memory.
    valueOf(await worker().keep(captured(2)));
    expect(browser.local.writes).toBe(2);
    expect(await listed()).toHaveLength(2);
  });

  it('brings the same page for the same item up to date', async () => {
    const first = captured(1, { note: 'mine' });
    valueOf(await worker().keep(first));
    valueOf(await worker().keep(captured(2)));
    const again = captured(9, { address: first.address, title: first.title, quote: first.quote });
    expect(valueOf(await worker().keep(again))).toEqual({ id: first.id, again: true });
    expect(await listed()).toEqual([
      {
        ...first,
        revision: 2,
        verified: again.verified,
      },
      captured(2),
    ]);
  });

  it.each([
    ['for another item', { item: 'DC-02' }],
    ['without an item', { item: null }],
    ['with another quote', { quote: 'approved' }],
    ['with another title', { title: 'INC-2' }],
  ])('keeps the same page apart %s', async (_case, difference) => {
    const first = captured(1, { quote: 'not approved' });
    valueOf(await worker().keep(first));
    const other = captured(2, {
      address: first.address,
      title: first.title,
      quote: first.quote,
      ...difference,
    });
    expect(valueOf(await worker().keep(other))).toEqual({ id: other.id, again: false });
    expect(await listed()).toEqual([other, first]);
  });

  it.each([
    ['QUOTA_BYTES quota exceeded', 'inbox-full', words('extension.inboxFull')],
    ['IO error: disk', 'inbox-failed', words('extension.inboxFailed', { reason: 'IO error: disk' })],
  ])('says in words that the browser refuses: %s', async (refusal, code, message) => {
    valueOf(await worker().keep(captured(1)));
    browser.local.refusal = refusal;
    expect(await worker().keep(captured(2))).toEqual({ ok: false, failure: { code, message } });
    expect(await panel().remove([captured(1).id])).toEqual({ ok: false, failure: { code, message } });
    browser.local.refusal = null;
    expect(await listed()).toEqual([captured(1)]);
  });
});

describe('what this version cannot read', () => {
  const fromLater = { ...captured(7), screenshot: 'data:' };

  it('stays where it is through every change, and is named', async () => {
    await browser.local.set({ inbox: [captured(1), fromLater, 17, captured(2)] });
    expect(await listed()).toEqual([captured(2), captured(1)]);
    expect(valueOf(await panel().unreadable())).toEqual(['Page 7', '17']);
    valueOf(await worker().keep(captured(3)));
    valueOf(await worker().acknowledge([captured(1)]));
    valueOf(await panel().change(captured(2).id, { item: 'DC-09' }));
    valueOf(await panel().remove([captured(2).id, fromLater.id]));
    valueOf(await panel().restore([captured(4)]));
    expect(browser.local.value('inbox')).toEqual([captured(4), captured(3), fromLater, 17]);
  });

  it('is kept as an entry where it is no list at all', async () => {
    await browser.local.set({ inbox: { version: 2 } });
    expect(await listed()).toEqual([]);
    valueOf(await worker().keep(captured(1)));
    expect(browser.local.value('inbox')).toEqual([captured(1), { version: 2 }]);
  });
});

describe('handing over', () => {
  it('drops what was acknowledged, and only as it was listed', async () => {
    for (const n of [1, 2, 3]) valueOf(await worker().keep(captured(n)));
    const taken = await listed();
    valueOf(await panel().change(captured(2).id, { note: 'after the list' }));
    valueOf(await worker().acknowledge(taken));
    expect((await listed()).map(({ id, note }) => [id, note])).toEqual([[captured(2).id, 'after the list']]);
  });

  it('may be repeated, and does not mind what is gone', async () => {
    valueOf(await worker().keep(captured(1)));
    valueOf(await worker().acknowledge([captured(1), captured(2)]));
    valueOf(await worker().acknowledge([captured(1)]));
    expect(await listed()).toEqual([]);
  });
});

describe('what a user changes', () => {
  it('makes the item the one of the next capture', async () => {
    expect(valueOf(await worker().lastItem())).toBeNull();
    valueOf(await worker().keep(captured(1, { item: null })));
    valueOf(await panel().change(captured(1).id, { item: 'DC-02' }));
    expect(valueOf(await worker().lastItem())).toBe('DC-02');
    valueOf(await panel().change(captured(1).id, { item: null }));
    expect(valueOf(await worker().lastItem())).toBe('DC-02');
  });

  it('is refused in words where it is gone, or too long', async () => {
    valueOf(await worker().keep(captured(1)));
    expect(await panel().change(captured(2).id, { note: 'x' })).toMatchObject({ failure: { code: 'gone' } });
    const long = { note: 'x'.repeat(501) };
    expect(await panel().change(captured(1).id, long)).toMatchObject({ failure: { code: 'edit-invalid' } });
    expect(await listed()).toEqual([captured(1)]);
  });

  it('can be taken back: what was removed comes again as it was, and only once', async () => {
    for (const n of [1, 2]) valueOf(await worker().keep(captured(n)));
    valueOf(await panel().remove([captured(1).id]));
    valueOf(await panel().restore([captured(1), captured(2)]));
    expect(await listed()).toEqual([captured(2), captured(1)]);
  });
});

it('tells a watcher of every change, until it stops watching', async () => {
  let calls = 0;
  const stop = panel().watch(() => (calls += 1));
  valueOf(await worker().keep(captured(1)));
  valueOf(await worker().tell({ kind: 'refused', why: 'too-long' }));
  valueOf(await chromeConsent(browser.parts()).give());
  expect(calls).toBe(2);
  stop();
  valueOf(await worker().keep(captured(2)));
  expect(calls).toBe(2);
});

it('gives the notice of the last capture, and none that it cannot read', async () => {
  expect(valueOf(await panel().notice())).toBeNull();
  const notice = { kind: 'title-only', id: captured(1).id, again: false, why: 'silent' } as const;
  valueOf(await worker().tell(notice));
  expect(valueOf(await panel().notice())).toEqual(notice);
  await browser.session.set({ notice: { kind: 'later' } });
  expect(valueOf(await panel().notice())).toBeNull();
});

it('has the user’s agreement only after it was given', async () => {
  const consent = chromeConsent(browser.parts());
  expect(valueOf(await consent.given())).toBe(false);
  valueOf(await consent.give());
  expect(valueOf(await chromeConsent(browser.parts()).given())).toBe(true);
});

it('tells the panels of other windows of the agreement, and of nothing else', async () => {
  let calls = 0;
  const stop = chromeConsent(browser.parts()).watch(() => (calls += 1));
  valueOf(await worker().keep(captured(1)));
  expect(calls).toBe(0);
  valueOf(await chromeConsent(browser.parts()).give());
  expect(calls).toBe(1);
  stop();
  valueOf(await chromeConsent(browser.parts()).give());
  expect(calls).toBe(1);
});
