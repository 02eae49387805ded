import type { ApiResponse } from '@grammyjs/types';
import type { Playground } from '../../../playground/playground.js';

/** Calls a method as any HTTP client would, with JSON. */
export async function call<T = unknown>(
  playground: Playground,
  method: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<ApiResponse<T>> {
  const response = await fetch(`${playground.apiRoot}/bot${playground.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return (await response.json()) as ApiResponse<T>;
}

/** Calls a method that must be accepted; gives its result. */
export async function accepted<T = unknown>(
  playground: Playground,
  method: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const response = await call<T>(playground, method, parameters);
  if (!response.ok) throw new Error(`${method} was refused: ${response.error_code} ${response.description}`);
  return response.result;
}

/** Calls a method that must be refused; gives code and description. */
export async function refused(
  playground: Playground,
  method: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const response = await call(playground, method, parameters);
  if (response.ok) throw new Error(`${method} was accepted: ${JSON.stringify(response.result)}`);
  return `${response.error_code} ${response.description}`;
}
