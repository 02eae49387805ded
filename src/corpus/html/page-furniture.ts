/** Lines that stand around an article on pages of every kind and are no part of it. */

/** Longest of them in UTF-16 units; a way through the site may be long. */
const LONGEST = 80;

const WAY =
  /^(?:您?的?(?:当前|现在|所在)(?:的)?(?:位置|所在)|您(?:现)?在(?:这里|的位置)|位置|导航)\s?[：:]|^首页\s?[>›»＞/|]/u;
const LINKS =
  /^[[【(（]?(?:分享(?:到|至|按钮)?\s?[：:]?$|分享(?:到|至)|扫一扫|扫码|微信扫|长按|上一[篇页条则]|下一[篇页条则]|前一篇|后一篇|阅读原文|打印本[页文]|关闭(?:窗口|本页)|打印[】\]\s]|返回(?:顶部|列表|首页)|相关(?:链接|新闻|阅读|文章|推荐)|推荐阅读|猜你喜欢|热门(?:文章|推荐)|友情链接|版权所有|Copyright|©|加入收藏|设为首页|发表(?:评论|回复)|写留言|在看|点赞|我要(?:评论|留言)|网友评论|[\d\s]*条评论)/iu;
const COUNTERS = /^(?:(?:阅读|在看|赞|点赞|收藏|评论|转发|分享|写留言|\d+)\s?)+$/u;
const FILING = /(?:ICP备|公网安备|网站标识码|备案号|主办单位[：:]|技术支持[：:])/u;

/** Whether a line leads elsewhere, offers something or speaks of the site. */
export function isFurniture(text: string): boolean {
  const line = text.trim();
  if (WAY.test(line)) return line.length <= LONGEST * 2 && !/。/u.test(line);
  if (line.length > LONGEST || /[。！？]$/u.test(line))
    return FILING.test(line) && line.length <= LONGEST * 2;
  return LINKS.test(line) || COUNTERS.test(line) || FILING.test(line);
}
