import { MARKER } from '../repo/marked-workbook';
import { pagesSite, type Site } from './tapped-web';

/** What must never be kept of an address. */
export const SECRETS = {
  query: 'access_token=hunter2&X-Amz-Signature=hunter2&sig=hunter2&session=s3Kf9hunter2Qx7',
  fragment: 'id_token=hunter2',
};

/** No script, no style, no image, no frame, and an origin of its own. */
const STRICTEST = "default-src 'none'; sandbox allow-scripts";
const strictPage = `<!doctype html><title>=1+${MARKER}</title>
<meta property="article:modified_time" content="2026-05-04T10:00:00Z">
<p>${MARKER} Reports are acknowledged within 5 days.</p>`;

const framesPage = `<!doctype html><title>A page of frames</title><p>Around</p>
<iframe sandbox srcdoc="<p>${MARKER} inside</p>"></iframe>`;

/** Frames of another site come and go, several at any moment, as advertisements and widgets do. */
const movingPage = `<!doctype html><title>Frames that come and go</title><p>${MARKER} stays selected</p>
<script>setInterval(() => {
  const frame = document.createElement('iframe');
  frame.src = 'http://office.localhost/?' + Math.random();
  document.body.append(frame);
  setTimeout(() => frame.remove(), 60);
}, 20);</script>`;

/** A PDF of one empty page. */
function pdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    '<< /Title (report) >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

const fixed = pagesSite({
  '/strict': { headers: { 'content-security-policy': STRICTEST }, body: strictPage },
  '/frames': { body: framesPage },
  '/moving': { body: movingPage },
  '/report.pdf': { headers: { 'content-type': 'application/pdf' }, body: pdf() },
});

/** Where evidence lives: a page under the strictest policy, one with a sandboxed frame, a PDF, tickets. */
export const EVIDENCE_SITE: Site = (request, response, url) => {
  if (url.pathname !== '/ticket') return fixed(request, response, url);
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>JIRA-${url.searchParams.get('id') ?? ''}</title><p>${MARKER}</p>`);
};

/** Stand-ins for Excel on the web: its page, and the frame of another origin in which it puts add-ins. */
const framed = (title: string, address: string, sandbox: string): Site =>
  pagesSite({
    '/': {
      body: `<!doctype html><title>${title}</title><body style="margin:0">
<iframe ${sandbox} allow="clipboard-read; clipboard-write" style="border:0;width:100vw;height:98vh" src="${address}"></iframe>`,
    },
  });
export const EXCEL_SITE = framed('Book1.xlsx', 'http://office.localhost/', '');
export const OFFICE_SITE = framed(
  'frame',
  'http://addin.localhost/',
  'sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"',
);
