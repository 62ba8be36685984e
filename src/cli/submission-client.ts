import { webcrypto } from 'node:crypto';
import { setTimeout as wait } from 'node:timers';
import { benchmarkClient } from '../submission/client';
import type { BenchmarkPort } from '../submission/port';
import type { Digest } from '../submission/prepare';
import { ed25519Verifier } from '../submission/receipt';
import type { Shipped } from './shipped';

const TIMEOUT_MS = 20_000;

export const sha256: Digest = (data) => webcrypto.subtle.digest('SHA-256', data);
export const sha384: Digest = (data) => webcrypto.subtle.digest('SHA-384', data);

/** The service at an address; what it signs is checked. */
export const clientOf = (endpoint: string, { words, pins }: Shipped): BenchmarkPort =>
  benchmarkClient({
    endpoint,
    fetch,
    words,
    pins,
    digest: sha256,
    verify: ed25519Verifier(webcrypto.subtle as SubtleCrypto),
    timeoutMs: TIMEOUT_MS,
    schedule: (run, ms) => {
      const timer = wait(run, ms);
      return () => clearTimeout(timer);
    },
  });
