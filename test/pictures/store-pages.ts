/** A web page that somebody might capture: invented, of nobody. */
export interface StorePage {
  readonly address: string;
  readonly html: string;
}

const STYLE = `body { margin: 0; font: 16px/1.6 Arial, sans-serif; color: #24292f; background: #fff }
header { padding: 14px 40px; background: #f3f5f7; border-bottom: 1px solid #d5dae0; color: #57606a }
main { max-width: 760px; padding: 28px 40px }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.25 }
h2 { margin: 28px 0 8px; font-size: 18px }
.facts { margin: 0 0 20px; color: #57606a }
li { margin: 6px 0 }
table { border-collapse: collapse; width: 100% }
th, td { padding: 6px 10px; border: 1px solid #d5dae0; text-align: left; vertical-align: top }
th { background: #f3f5f7 }
mark { background: #b3d4fc }`;

const page = (address: string, site: string, body: string): StorePage => ({
  address,
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><style>${STYLE}</style><header>${site}</header><main>${body}</main></html>`,
});

/** What the newest of the captured rows was captured from, with the sentences selected that it quotes. */
export const PROCEDURE = page(
  'https://qms.example/procedures/SOP-121',
  'Quality system › Procedures',
  `<h1>SOP-121 Vulnerability intake</h1>
<p class="facts">Version 4, approved on 2 October 2026</p>
<h2>1 Purpose</h2>
<p>Anybody can tell us of a weakness in a product: patients, hospitals, researchers, suppliers, colleagues. This
procedure says how such a report is taken, and by whom.</p>
<h2>2 Ways in</h2>
<ul><li>the form on our security page, with or without a name</li><li>the security mailbox, with our public key</li>
<li>customer service, which asks five questions and passes the report on</li></ul>
<h2>3 Logging</h2>
<p><mark>Every report is logged within one working day. It gets a case number, an owner and a date by which it is
judged.</mark> A report about a device in use is a complaint as well, and is linked to its complaint file.</p>
<h2>4 Answer to the reporter</h2>
<p>The owner answers within two working days, names the case number and says what happens next.</p>`,
);

/** Another one of them: a ticket. */
export const TICKET = page(
  'https://tickets.example/browse/PSIRT-482',
  'Tickets › Product security',
  `<h1>PSIRT-482 First answer to the finder</h1>
<p class="facts">Closed · owner: product security · changed on 19 November 2026</p>
<table><tr><th>Day</th><th>What happened</th></tr>
<tr><td>0</td><td>Report through the form: the bedside gateway restarts when it is sent a long host name.</td></tr>
<tr><td>1</td><td>Logged, owner named, seen on versions 2.1 to 2.4.</td></tr>
<tr><td>2</td><td>Finder answered. Therapy is not affected: pumps go on without the gateway.</td></tr>
<tr><td>9</td><td>Rated with the finder: availability only, no harm to patients.</td></tr>
<tr><td>34</td><td>Corrected in 2.5, verified, added to the fuzzing corpus.</td></tr>
<tr><td>61</td><td>Advisory published together with the finder; hospitals told in advance.</td></tr></table>
<h2>Summary</h2>
<p><mark>Answered on day 2, fix planned with the finder, advisory published on day 61.</mark></p>`,
);
