/**
 * The path in an archive that a reference in one of its files leads to, its fragment (`#…`) left out.
 * @param from path of the file that it stands in
 */
export function resolveIn(from: string, reference: string): string {
  const path = decoded(reference.replace(/[#?].*$/su, ''));
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch (error) {
    if (error instanceof URIError) return reference;
    throw error;
  }
}
