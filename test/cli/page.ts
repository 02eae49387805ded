/** A newspaper page of two articles, with front matter. */
export const PAGE = `---
publication: 青石晚报
date: 2023-11-03
page: 2
url: https://example.cn/a
---
# 青石渡口今起停运

本报讯（记者 方晓棠）运行了六十二年的青石渡口正式停运。最后一班渡船由船工老秦驾驶，载客四十七人。
渡口停运的原因是青石大桥通车。大桥全长1,286米，总投资3.2亿元。

## 县图书馆夏季开放时间调整

即日起，县图书馆开放时间调整为每天八点半至二十点，周一闭馆。
`;
