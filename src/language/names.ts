/** The most common Chinese surnames, folded; those of two characters first. */
const SURNAMES =
  '欧阳|上官|司马|诸葛|夏侯|皇甫|令狐|司徒|慕容|东方|' +
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范' +
  '方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍' +
  '韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜舒詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵]';

const NAME = new RegExp(`^(?:${SURNAMES})[\\p{Script=Han}·]{1,2}$`, 'u');

/**
 * Whether a word that no dictionary holds looks like a person's name: a surname with one or two characters after it.
 * @param word folded
 */
export function looksLikeName(word: string): boolean {
  return NAME.test(word);
}
