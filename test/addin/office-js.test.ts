import { panePolicy } from '../../src/addin/content-security-policy';
import { OFFICE_JS, officeJsAddress } from '../../src/addin/office-js';
import { english as words } from '../load-words';

/** For GCC High (Microsoft, "Guidance for deploying Office Add-ins on government clouds"). */
const GCC_HIGH = 'https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js';

test.each([undefined, '', OFFICE_JS])('OFFICE_JS=%p is Microsoft’s worldwide address', (setting) => {
  expect(officeJsAddress(setting, words)).toEqual({
    ok: true,
    value: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  });
});

test('another cloud’s address is taken as it is, and the policy lets scripts come from there and no longer from the world’s', () => {
  const address = officeJsAddress(GCC_HIGH, words);
  expect(address).toEqual({ ok: true, value: GCC_HIGH });
  const policy = panePolicy({ host: 'excel', benchmark: [], officeJs: GCC_HIGH });
  expect(policy).toContain("script-src 'self' https://appsforoffice.gcch.cdn.office.net;");
  expect(policy).not.toContain('appsforoffice.microsoft.com');
});

test.each([
  'appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'http://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'https://appsforoffice.microsoft.com',
  'https://appsforoffice.microsoft.com/lib/1/hosted/excel.js',
  'https://appsforoffice.microsoft.com/lib/1/hosted/office.js?v=2',
  'https://appsforoffice.microsoft.com/lib/1/hosted/office.js#top',
  'https://user:word@appsforoffice.microsoft.com/office.js',
  'https://cdn.example/"></script><script src="https://evil.example/office.js',
])('OFFICE_JS=%s is refused in words that name it', (setting) => {
  const refused = officeJsAddress(setting, words);
  if (refused.ok) throw new Error('It was taken');
  expect(refused.failure.code).toBe('office-js');
  expect(refused.failure.message).toContain(`OFFICE_JS is "${setting}"`);
});
