import { withoutLeading } from './wording.js';

/** A question with its subject, as it is searched for and read: 望月大桥 票价呢. */
export function completed(subject: string, text: string): string {
  return `${subject} ${withoutLeading(text)}`;
}
