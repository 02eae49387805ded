export interface Step {
  readonly instruction: string;
  readonly args: string;
}
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly steps: readonly Step[];
}
export function stagesOf(text: string): Stage[];
export function copyOf(args: string): { from: string | undefined; sources: string[]; target: string };
export function variablesOf(args: string): Record<string, string>;
export function wordsOf(args: string): string[];
