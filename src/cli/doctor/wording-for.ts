import { isEnglish } from '../ask-locale.js';
import type { DoctorWording } from './wording.js';
import { EN } from './wording-en.js';
import { ZH } from './wording-zh.js';

/** English where the environment's locale is English, else Chinese, as `ask` has it. */
export function doctorWording(env: Readonly<Record<string, string | undefined>>): DoctorWording {
  return isEnglish(env) ? EN : ZH;
}
