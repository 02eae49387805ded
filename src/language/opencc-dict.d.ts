/** OpenCC's table of Traditional characters: `traditional simplified[ simplified …]`, entries divided by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
