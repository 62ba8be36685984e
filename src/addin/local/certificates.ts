import { getHttpsServerOptions } from 'office-addin-dev-certs';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';

/** What an HTTPS server for localhost needs, PEM. */
export interface Certificate {
  readonly key: Buffer | string;
  readonly cert: Buffer | string;
}

const DAYS = 365;

/**
 * A certificate for localhost that this computer trusts, made by Microsoft's tool when there is none: it asks the
 * user before it adds an authority of its own. Fails, in words, where the user or the system says no (`certificate`).
 */
export async function trustedCertificate(words: Words): Promise<Result<Certificate>> {
  try {
    const { key, cert } = await getHttpsServerOptions(DAYS);
    return success({ key, cert });
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
    return failed('certificate', words('addin.noCertificate', { reason }));
  }
}
