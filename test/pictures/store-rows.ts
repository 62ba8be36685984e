import type { CapturedEvidence } from '../../src/assessment/evidence';

/** Three invented pages as the extension's inbox holds them, newest first. */
export const STORE_ROWS = [
  {
    id: 'EV-5a0c1d52-7d1f-4a35-9b59-0f5f3a6f2c11',
    revision: 1,
    item: 'CMP-01',
    title: 'SOP-121 Vulnerability intake',
    address: 'https://qms.example/procedures/SOP-121',
    captured: '2026-11-24T09:12:31Z',
    verified: '2026-11-24T09:12:31Z',
    pageDate: '2026-10-02',
    quote:
      'Every report is logged within one working day. It gets a case number, an owner and a date by which it is judged.',
    note: '',
  },
  {
    id: 'EV-c7c7b6b8-51f4-4f0e-8a53-1d9a3f1c9e02',
    revision: 2,
    item: 'CMP-02',
    title: 'PSIRT-482 First answer to the finder',
    address: 'https://tickets.example/browse/PSIRT-482',
    captured: '2026-09-14T13:40:05Z',
    verified: '2026-11-24T09:05:47Z',
    pageDate: '2026-11-19',
    quote: 'Answered on day 2, fix planned with the finder, advisory published on day 61.',
    note: '',
  },
  {
    id: 'EV-0e3b8f4a-9c5d-4c0a-b2a7-6b0d2f7e8d33',
    revision: 1,
    item: 'RSK-05',
    title: 'Threat model of the bedside gateway',
    address: 'https://wiki.example/gateway/threat-model',
    captured: '2026-11-23T15:21:10Z',
    verified: '2026-11-23T15:21:10Z',
    pageDate: '2026-11-05',
    quote: '',
    note: '',
  },
] as const satisfies readonly CapturedEvidence[];
