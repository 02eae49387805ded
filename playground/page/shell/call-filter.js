/** @import { CallRecord } from '../../user-api.js' */

/**
 * @typedef {object} CallFilter
 * @property {string} text occurs in the method, the parameters or the response
 * @property {'all' | 'accepted' | 'refused'} result
 * @property {boolean} polls whether getUpdates is shown, which is called all the time
 */

/**
 * Whether a call is one of those looked for.
 * @param {CallRecord} call
 * @param {CallFilter} filter
 */
export function fits(call, { text, result, polls }) {
  if (call.method === 'getUpdates' && !polls && call.response.ok) return false;
  if (result !== 'all' && call.response.ok !== (result === 'accepted')) return false;
  const wanted = text.trim().toLowerCase();
  return (
    wanted === '' || JSON.stringify([call.method, call.payload, call.response]).toLowerCase().includes(wanted)
  );
}
