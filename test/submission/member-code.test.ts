import { randomBytes } from 'node:crypto';
import { formatMemberCode, memberCodeHash, parseMemberCode } from '../../src/submission/member-code';
import { sha256, words } from './fixtures';

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

describe('a member code', () => {
  it('is 26 characters in groups of four, and the same however it is typed', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = formatMemberCode(randomBytes(16));
      expect(code).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{3}(-[0-9A-HJKMNP-TV-Z]{4}){5}-[0-9A-HJKMNP-TV-Z]{2}$/);
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'i').replaceAll('0', 'O');
      expect(parseMemberCode(typed, words)).toEqual({ ok: true, value: code });
    }
  });

  it('is known to the service by the SHA-256 of its bytes', async () => {
    const bytes = randomBytes(16);
    expect(await memberCodeHash(formatMemberCode(bytes), digest)).toBe(sha256(bytes).toString('base64url'));
  });

  it('says what is wrong with it', () => {
    expect(parseMemberCode('', words)).toMatchObject({ failure: { code: 'code-length' } });
    expect(parseMemberCode('Z'.repeat(26), words)).toMatchObject({ failure: { code: 'code-wrong' } });
    expect(parseMemberCode(`${'0'.repeat(25)}"`, words)).toMatchObject({
      failure: { code: 'code-character', message: expect.stringContaining('"') as string },
    });
  });

  it('is made of 16 bytes and no other number', () => {
    expect(() => formatMemberCode(randomBytes(15))).toThrow(RangeError);
  });
});
