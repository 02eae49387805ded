/** The name of a file without its folders and its ending, for an article that states no title. */
export function nameOf(source: string): string {
  return source.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}
