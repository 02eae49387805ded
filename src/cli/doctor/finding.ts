import type { SettingFault } from '../../app/config-error.js';
import type { Misnamed } from '../../app/misnamed-settings.js';
import type { Bilingual } from '../../language/bilingual.js';

/** What is looked at, in the order in which it is told. */
export const CHECKS = [
  'node',
  'settings',
  'proxy',
  'token',
  'updates',
  'groups',
  'inline',
  'clock',
  'disk',
  'files',
  'memory',
  'reader',
] as const;
export type Check = (typeof CHECKS)[number];

/** All is well; worth a look; will not work; not looked at, since something else has to be mended first. */
export type Verdict = 'good' | 'look' | 'wrong' | 'open';

/** A folder that a setting names. */
interface Folder {
  readonly setting: string;
  readonly path: string;
}

/** Each thing that can be found, with the facts that are told of it. Times are in seconds, sizes in MB (10⁶ bytes). */
export interface Facts {
  readonly 'node-fine': { readonly version: string };
  readonly 'node-old': { readonly version: string; readonly least: string };
  readonly 'settings-fine': { readonly given: number };
  readonly 'setting-wrong': SettingFault;
  readonly 'setting-misnamed': Misnamed;
  readonly 'proxy-none': { readonly server: string };
  readonly 'proxy-needed': { readonly server: string; readonly why: Bilingual };
  readonly 'proxy-fine': { readonly proxy: string; readonly server: string };
  readonly 'proxy-unneeded': { readonly proxy: string; readonly server: string };
  readonly 'proxy-spared': { readonly server: string };
  readonly 'proxy-gone': { readonly proxy: string; readonly why: Bilingual };
  readonly 'proxy-blind': { readonly proxy: string; readonly server: string; readonly why: Bilingual };
  readonly 'token-none': Record<never, never>;
  readonly 'token-fine': { readonly bot: string };
  readonly 'token-refused': { readonly server: string; readonly code: number };
  readonly 'server-silent': { readonly server: string; readonly why: Bilingual };
  readonly 'not-asked': Record<never, never>;
  readonly 'polling-fine': { readonly pending: number };
  readonly 'polling-webhook': { readonly host: string; readonly pending: number };
  readonly 'webhook-fine': { readonly host: string; readonly pending: number };
  readonly 'webhook-none': { readonly host: string };
  readonly 'webhook-other': { readonly host: string; readonly wanted: string };
  readonly 'webhook-failing': { readonly host: string; readonly error: string; readonly pending: number };
  readonly 'updates-waiting': { readonly pending: number };
  readonly 'groups-open': Record<never, never>;
  readonly 'groups-private': Record<never, never>;
  readonly 'groups-barred': Record<never, never>;
  readonly 'inline-on': Record<never, never>;
  readonly 'inline-off': Record<never, never>;
  readonly 'clock-fine': { readonly off: number };
  readonly 'clock-off': { readonly off: number };
  readonly 'folder-fine': Folder & { readonly free: number };
  readonly 'folder-none': { readonly setting: string };
  readonly 'folder-unwritable': Folder & { readonly why: Bilingual };
  readonly 'folder-full': Folder & { readonly free: number };
  readonly 'files-fine': { readonly path: string; readonly files: number; readonly articles: number };
  readonly 'files-left-out': {
    readonly path: string;
    readonly files: number;
    readonly articles: number;
    readonly leftOut: number;
    readonly first: Bilingual;
  };
  readonly 'files-empty': { readonly path: string };
  readonly 'files-gone': { readonly path: string; readonly why: Bilingual };
  readonly 'memory-fine': { readonly free: number; readonly needed: number };
  readonly 'memory-short': { readonly free: number; readonly needed: number };
  readonly 'memory-unknown': { readonly free: number };
  readonly 'reader-fine': Record<never, never>;
  readonly 'reader-off': Record<never, never>;
  readonly 'reader-unavailable': { readonly why: Bilingual };
  readonly late: { readonly seconds: number };
  readonly failed: { readonly why: string };
}
export type Kind = keyof Facts;

/** What one check found; a check may find several things. */
export type Finding = {
  [K in Kind]: {
    readonly check: Check;
    readonly verdict: Verdict;
    readonly kind: K;
    readonly facts: Facts[K];
  };
}[Kind];

/** What is found belongs to a check, and the check is known to whoever runs it. */
export type Found = {
  [K in Kind]: { readonly verdict: Verdict; readonly kind: K; readonly facts: Facts[K] };
}[Kind];

/** All is well. */
export function good<K extends Kind>(kind: K, facts: Facts[K]): Found {
  return { verdict: 'good', kind, facts } as Found;
}

/** It works, and not as well as it could. */
export function look<K extends Kind>(kind: K, facts: Facts[K]): Found {
  return { verdict: 'look', kind, facts } as Found;
}

/** It will not work. */
export function wrong<K extends Kind>(kind: K, facts: Facts[K]): Found {
  return { verdict: 'wrong', kind, facts } as Found;
}

/** It could not be looked at yet. */
export const NOT_ASKED = { verdict: 'open', kind: 'not-asked', facts: {} } as const satisfies Found;
