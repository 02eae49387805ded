/** Who wrote an article, where the text says so in one of the forms that newspapers use. */

const REPORTER = String.raw`[\p{Script=Han}A-Za-z0-9\-—－·]{0,18}?(?:记者|通讯员|特派员|评论员|实习生)`;
const NAME = String.raw`[\p{Script=Han}·]{2,12}|\p{Script=Han}\s\p{Script=Han}`;
const NAMES = String.raw`(?:${NAME})(?:[\s、，,/／]+(?:${REPORTER}[\s：:]*)?(?:${NAME}))*`;

const DATELINE =
  /^(?:据)?(?:本报|新华社|中新社|\p{Script=Han}{2,10}(?:日报|晚报|早报|晨报|商报|都市报))?[^（(，。]{0,24}?(?:讯|电|消息)\s*[（(]([^（）()]{2,60})[）)]/u;
const AT_END = /[（(]([^（）()]{2,60})[）)]$/u;
const HAS_REPORTER = new RegExp(`^${REPORTER}[\\s：:]*(?:${NAME})`, 'u');
const LINE = new RegExp(`^[（(□■◎\\s]*(${REPORTER}[\\s：:]+${NAMES})[）)]?$`, 'u');
const LABELLED = new RegExp(`^[（(□■◎\\s]*(?:作者|撰文|采写|文)\\s*[：:／/|｜]\\s*(${NAMES})[）)]?$`, 'u');

const LONGEST_LINE = 60;

/** The most common surnames; those of two characters may be followed by two more. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const LONG_SURNAMES = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|宇文)/u;

/** The byline inside a paragraph, as in `本报讯（记者 李明）`, without its brackets. */
export function bylineInParagraph(text: string): string | undefined {
  for (const pattern of [DATELINE, AT_END]) {
    const found = pattern.exec(text)?.[1]?.trim();
    if (found && HAS_REPORTER.test(found) && !/摄$/u.test(found)) return found;
  }
  return undefined;
}

/** The byline that a whole line is, as in `本报记者 李明` or `作者：李明`, without the mark or label before it. */
export function bylineOfLine(text: string): string | undefined {
  if (text.length > LONGEST_LINE || /[。！？；]/u.test(text)) return undefined;
  return (LINE.exec(text) ?? LABELLED.exec(text))?.[1];
}

/** Whether a line is one or more Chinese names and nothing else, as at the end of an article. */
export function isNames(text: string): boolean {
  const line = text.trim();
  if (line.length > LONGEST_LINE) return false;
  const inner = line.replace(/^[（(□■◎\s]+|[）)\s]+$/gu, '');
  if (isName(inner.replace(/\s/gu, ''))) return true;
  return inner.length <= LONGEST_LINE / 2 && inner.split(/[\s、]+/u).every(isName);
}

function isName(text: string): boolean {
  if (/^\p{Script=Han}+(?:·\p{Script=Han}+)+$/u.test(text)) return text.length <= 14;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || text[0] === text[1]) return false;
  return LONG_SURNAMES.test(text) ? text.length > 2 : text.length <= 3 && SURNAMES.includes(text[0]!);
}
