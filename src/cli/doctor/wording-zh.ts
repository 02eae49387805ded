import { didYouMean } from '../../app/misnamed-settings.js';
import type { DoctorWording } from './wording.js';

export const ZH: DoctorWording = {
  language: 'zh',
  checks: {
    node: 'Node.js',
    settings: '设置',
    proxy: '网络',
    token: '令牌',
    updates: '接收消息',
    groups: '群聊',
    inline: '内联模式',
    clock: '时钟',
    disk: '磁盘',
    files: '文章',
    memory: '内存',
    reader: '阅读模型',
  },
  say: {
    'node-fine': ({ version }) => [version],
    'node-old': ({ version, least }) => [
      `${version}，太旧`,
      `请安装 ${least} 或更新的版本：https://nodejs.org`,
    ],
    'settings-fine': ({ given }) => [given === 0 ? '全部用默认值' : `填了 ${given} 项，都可用`],
    'setting-wrong': ({ name, found, expected }) => [
      `${name} 不能用：${found.zh}`,
      `请在 .env 或环境变量里改成：${expected.zh}（说明见 .env.example）`,
    ],
    'setting-misnamed': (misnamed) => [didYouMean(misnamed).zh, '请改正名称，否则这一项不起作用'],
    'proxy-none': ({ server }) => [`能直接连上 ${server}，不需要代理`],
    'proxy-needed': ({ server, why }) => [
      `连不上 ${server}（${why.zh}）`,
      '请检查网络；如果当地不能直接访问 Telegram，请设置 HTTPS_PROXY，例如 http://127.0.0.1:7890',
    ],
    'proxy-fine': ({ proxy, server }) => [`经代理 ${proxy} 能连上 ${server}；不经代理连不上`],
    'proxy-unneeded': ({ proxy, server }) => [`经代理 ${proxy} 能连上 ${server}；不经代理也能连上`],
    'proxy-spared': ({ server }) => [`${server} 不经代理（在本机，或列在 NO_PROXY 里）`],
    'proxy-gone': ({ proxy, why }) => [
      `代理 ${proxy} 连不上（${why.zh}）`,
      '请启动代理，或改正 HTTPS_PROXY 里的地址和端口',
    ],
    'proxy-blind': ({ proxy, server, why }) => [
      `代理 ${proxy} 在运行，但经它连不上 ${server}（${why.zh}）`,
      '请检查代理的用户名、密码和规则，或换一个代理',
    ],
    'token-none': () => [
      '没有设置 BOT_TOKEN：npm start 只打开本机的聊天页面',
      '要接到 Telegram，请向 @BotFather 发送 /newbot，把令牌写进 .env',
    ],
    'token-fine': ({ bot }) => [`有效，机器人是 ${bot}`],
    'token-refused': ({ server, code }) => [
      `${server} 不认这个令牌（${code}）`,
      '请向 @BotFather 发送 /mybots，选中机器人，点 API Token，把令牌重新写进 .env',
    ],
    'server-silent': ({ server, why }) => [
      `${server} 没有正常回应（${why.zh}）`,
      '请看上面“网络”一项；用自建服务器的，再检查 BOT_API_ROOT',
    ],
    'not-asked': () => ['没有检查，要先有可用的令牌和网络'],
    'polling-fine': ({ pending }) => [`轮询，${pending} 条等待处理`],
    'polling-webhook': ({ host, pending }) => [
      `设置的是轮询，但 Telegram 那边还登记着 webhook（${host}），${pending} 条等待处理`,
      '启动机器人时会自动取消登记；如果另有程序在用这个令牌，请先停掉它',
    ],
    'webhook-fine': ({ host, pending }) => [`webhook（${host}），${pending} 条等待处理`],
    'webhook-none': ({ host }) => [`webhook（${host}）还没有登记`, '启动机器人时会自动登记'],
    'webhook-other': ({ host, wanted }) => [
      `登记的 webhook 是 ${host} 上的另一个地址，不是设置的 ${wanted}`,
      '启动机器人时会改成设置的地址；如果另有程序在用这个令牌，请先停掉它',
    ],
    'webhook-failing': ({ host, error, pending }) => [
      `Telegram 打不开 ${host}（“${error}”），${pending} 条等待处理`,
      '请检查域名、证书，以及转发到 HTTP_PORT 的反向代理',
    ],
    'updates-waiting': ({ pending }) => [
      `${pending} 条等待处理`,
      '机器人没在运行时这是正常的，启动后会一一回答；如果正在运行，请看日志',
    ],
    'groups-open': () => ['隐私模式已关闭，在群里被提到就会回答'],
    'groups-private': () => [
      '隐私模式开着，群里有些提到它的消息收不到',
      '请向 @BotFather 发送 /setprivacy，选 Disable；已经在群里的，要移出再加一次',
    ],
    'groups-barred': () => ['不能加入群聊', '需要的话，请向 @BotFather 发送 /setjoingroups，选 Enable'],
    'inline-on': () => ['已打开'],
    'inline-off': () => ['没有打开，不能在任意聊天里用 @机器人 提问', '请向 @BotFather 发送 /setinline'],
    'clock-fine': ({ off }) => [`准（相差 ${Math.abs(off)} 秒）`],
    'clock-off': ({ off }) => [
      `${off > 0 ? '快' : '慢'}了 ${Math.abs(off)} 秒`,
      '请打开自动对时（例如 timedatectl set-ntp true），否则“今天”“上个月”会算错',
    ],
    'folder-fine': ({ setting, path, free }) => [`${setting}（${path}）可写，剩余 ${free} MB`],
    'folder-none': ({ setting }) => [`${setting} 设为空，不保存`],
    'folder-unwritable': ({ setting, path, why }) => [
      `${setting}（${path}）写不进去（${why.zh}）`,
      `请让运行剪报的用户能写这个文件夹，或把 ${setting} 改到别处`,
    ],
    'folder-full': ({ setting, path, free }) => [
      `${setting}（${path}）只剩 ${free} MB`,
      `请腾出空间，或把 ${setting} 改到别的磁盘`,
    ],
    'files-fine': ({ path, files, articles }) => [`${path}：${files} 个文件，${articles} 篇文章`],
    'files-left-out': ({ path, files, articles, leftOut, first }) => [
      `${path}：${files} 个文件，${articles} 篇文章；没有收入 ${leftOut} 个文件，例如 ${first.zh}`,
      '运行 npm run read 可以逐个查看',
    ],
    'files-empty': ({ path }) => [
      `${path} 里没有文章`,
      '请放入文章，或用 SEEDS_DIR 指定文件夹（格式见 docs/articles.zh-CN.md）',
    ],
    'files-gone': ({ path, why }) => [`打不开 ${path}：${why.zh}`, '请改正 SEEDS_DIR'],
    'memory-fine': ({ free, needed }) => [`可用 ${free} MB，这些文章大约要 ${needed} MB`],
    'memory-short': ({ free, needed }) => [
      `可用 ${free} MB，这些文章大约要 ${needed} MB`,
      '请关掉别的程序、增加内存，或减少文章；机器人正在运行时，它占的内存不计在内',
    ],
    'memory-unknown': ({ free }) => [`可用 ${free} MB；要多少，等文章能读了才知道`],
    'reader-fine': () => ['在，能运行'],
    'reader-off': () => ['按设置关闭（READER=off）'],
    'reader-unavailable': ({ why }) => [
      `不能用：${why.zh}`,
      '请运行 npm ci，并看 models/ 里的文件是否齐全；没有它也能回答，但只说“可能”',
    ],
    late: ({ seconds }) => [`${seconds} 秒内没有结果`, '请再运行一次；多次如此，请看磁盘和网络是否太慢'],
    failed: ({ why }) => [`检查时出错（${why}）`, '请把这一行报告给我们'],
  },
  summary: ({ wrong, look }) =>
    wrong + look === 0
      ? '一切正常。'
      : `${[...(wrong > 0 ? [`${wrong} 项必须处理（✗）`] : []), ...(look > 0 ? [`${look} 项请留意（!）`] : [])].join('，')}。`,
};
