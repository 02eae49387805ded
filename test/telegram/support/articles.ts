import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Invented articles. Three tell of the library, so that an answer about it has pages to turn. */
export const LIBRARY = '青石镇图书馆搬进老粮仓';
export const BUS = '102路公交车延长运营时间';

const PAGE = `---
publication: 青石周报
date: 2025-03-14
page: 2
---

# ${LIBRARY}

本报讯（记者 林晓雯）3月12日，青石镇图书馆在修缮一新的老粮仓里重新开馆。新馆面积1860平方米，藏书4.2万册，设有216个阅览座位。

老粮仓建于1957年，荒废了近二十年。设计师周以安保留了原来的木梁和砖墙，在粮仓中央加了一座旋转楼梯。

馆长何敏说，图书馆搬家是因为旧馆每逢雨季都会漏水，三年里有两千多册书受潮。

## 图书馆周末延长开放

青石镇图书馆从4月起周末延长开放到晚上九点。馆长何敏介绍，这是应上班读者的要求，平时仍是下午六点闭馆。

延长开放后，图书馆新招了12名志愿者，负责晚间的借还书和巡馆。

## 孩子们给图书馆画了一面墙

青石镇小学的48名学生用两个星期，在图书馆的外墙上画了一幅长30米的壁画，画的是小镇的一年四季。

美术老师方洁说，壁画的颜料由镇上的油漆店免费提供。图书馆打算每年请孩子们补画一次。

## ${BUS}

青石镇公交公司宣布，102路公交车自3月20日起末班车由晚上八点推迟到十点半，票价仍为2元。

公司经理郭强表示，延长运营是为了方便在工业园上夜班的工人，预计每天多运送乘客600人次。
`;

/** Writes the articles to a new folder below the system's temporary one. */
export async function articlesFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-articles-'));
  await writeFile(join(folder, 'weekly.txt'), PAGE);
  return folder;
}
