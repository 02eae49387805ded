import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/app/config.js';
import { ConfigError } from '../../src/app/config-error.js';
import { SETTINGS } from '../../src/app/settings.js';

const TOKEN = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ name }) => name);
  }
}

describe('loadConfig', () => {
  it('fills in every default', () => {
    expect(loadConfig({})).toEqual({
      botToken: undefined,
      botApiRoot: 'https://api.telegram.org',
      httpsProxy: undefined,
      noProxy: undefined,
      seedsDir: 'seeds',
      botMode: 'polling',
      webhookUrl: undefined,
      webhookSecret: undefined,
      httpHost: '127.0.0.1',
      httpPort: undefined,
      adminIds: new Set(),
      allowedIds: new Set(),
      blockedIds: new Set(),
      questionsPerPerson: 20,
      questionsPerChat: 60,
      keepQuestions: false,
      dataDir: 'data',
      indexCacheDir: '.cache',
      index: undefined,
      userDict: undefined,
      reader: 'on',
      readSeconds: 30,
      readMegabytes: 512,
      logLevel: 'info',
      timeZone: 'Asia/Shanghai',
    });
  });

  it('takes an empty setting for one that is not set, save the snapshot folder, where it means none', () => {
    const names = [
      'BOT_TOKEN',
      'BOT_API_ROOT',
      'SEEDS_DIR',
      'BOT_MODE',
      'HTTP_PORT',
      'ALLOWED_IDS',
      'READER',
      'READ_SECONDS',
      'READ_MEGABYTES',
      'LOG_LEVEL',
    ];
    const empty = Object.fromEntries(names.map((name) => [name, ' ']));
    expect(loadConfig(empty)).toEqual(loadConfig({}));
    expect(loadConfig({ INDEX_CACHE_DIR: '' }).indexCacheDir).toBeUndefined();
  });

  it('reads lists of ids with any of the usual separators', () => {
    const { allowedIds, adminIds } = loadConfig({ ALLOWED_IDS: '7, -1001234567890，8', ADMIN_IDS: '7 8,' });
    expect([...allowedIds]).toEqual([7, -1001234567890, 8]);
    expect([...adminIds]).toEqual([7, 8]);
  });

  it('has nothing read where the reader is off', () => {
    expect(loadConfig({ READER: 'off' }).reader).toBe('off');
  });

  it('says what the reading of a file may take', () => {
    expect(loadConfig({ READ_SECONDS: '5', READ_MEGABYTES: '64' })).toMatchObject({
      readSeconds: 5,
      readMegabytes: 64,
    });
  });

  it('drops the slash at the end of the server address, which grammY does not bear', () => {
    expect(loadConfig({ BOT_API_ROOT: 'http://127.0.0.1:8081/' }).botApiRoot).toBe('http://127.0.0.1:8081');
  });

  it.each([
    ['BOT_TOKEN', 'not-a-token'],
    ['BOT_TOKEN', `${TOKEN} and more`],
    ['BOT_API_ROOT', 'api.telegram.org'],
    ['BOT_API_ROOT', 'ftp://api.telegram.org'],
    ['HTTPS_PROXY', '127.0.0.1:7890'],
    ['HTTPS_PROXY', 'ftp://127.0.0.1'],
    ['BLOCKED_IDS', 'someone'],
    ['QUESTIONS_PER_PERSON', '-1'],
    ['QUESTIONS_PER_CHAT', 'many'],
    ['KEEP_QUESTIONS', 'true'],
    ['INDEX_NAME', 'My Index'],
    ['BOT_MODE', 'push'],
    ['HTTP_HOST', 'a host'],
    ['HTTP_PORT', '65536'],
    ['HTTP_PORT', '-1'],
    ['HTTP_PORT', '80a'],
    ['ADMIN_IDS', '-5'],
    ['ADMIN_IDS', '@someone'],
    ['ALLOWED_IDS', '1;2'],
    ['ALLOWED_IDS', '99999999999999999999'],
    ['WEBHOOK_SECRET', 'with space'],
    ['READER', 'yes'],
    ['READER', 'OFF'],
    ['READ_SECONDS', '0'],
    ['READ_SECONDS', '1.5'],
    ['READ_SECONDS', '3601'],
    ['READ_MEGABYTES', '63'],
    ['READ_MEGABYTES', '1 GB'],
    ['LOG_LEVEL', 'loud'],
    ['TIME_ZONE', 'Mars/Olympus'],
  ])('refuses %s=%s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([name]);
  });

  it.each([
    ['0', 0],
    ['65535', 65535],
  ])('accepts port %s', (value, port) => {
    expect(loadConfig({ HTTP_PORT: value }).httpPort).toBe(port);
  });

  it('asks for address, secret and token in webhook mode', () => {
    expect(faultsOf({ BOT_MODE: 'webhook' })).toEqual(['BOT_TOKEN', 'WEBHOOK_URL', 'WEBHOOK_SECRET']);
    const complete = {
      BOT_MODE: 'webhook',
      BOT_TOKEN: TOKEN,
      WEBHOOK_URL: 'https://bot.example.cn/hook',
      WEBHOOK_SECRET: 's3cret',
    };
    expect(faultsOf(complete)).toEqual([]);
    // Telegram itself calls https only; a server on the same machine may do without.
    expect(faultsOf({ ...complete, WEBHOOK_URL: 'http://127.0.0.1:8080/' })).toEqual(['WEBHOOK_URL']);
    const own = { ...complete, WEBHOOK_URL: 'http://127.0.0.1:8080/', BOT_API_ROOT: 'http://127.0.0.1:8081' };
    expect(faultsOf(own)).toEqual([]);
  });

  it('knows where an index elsewhere is, and how it is entered', () => {
    const ca = fileURLToPath(import.meta.url);
    const env = { INDEX_URL: 'https://n1:9200/, https://n2:9200', INDEX_USER: 'jianbao', INDEX_CA: ca };
    expect(loadConfig({ ...env, INDEX_PASSWORD: 'pa55' }).index).toEqual({
      urls: ['https://n1:9200', 'https://n2:9200'],
      name: 'jianbao',
      user: 'jianbao',
      password: 'pa55',
      ca,
    });
    expect(loadConfig({ ...env, INDEX_URL: ' ' }).index).toBeUndefined();
  });

  it('refuses a certificate that cannot be read', () => {
    const env = { INDEX_URL: 'https://n1:9200', INDEX_CA: 'no-such-file.pem' };
    expect(() => loadConfig(env)).toThrowError(
      /INDEX_CA: found "no-such-file.pem".*a file that can be read, with a certificate in PEM/,
    );
  });

  it.each([
    ['HTTPS_PROXY', 'ftp://me:pa55@127.0.0.1'],
    ['INDEX_URL', 'ftp://me:pa55@127.0.0.1'],
  ])('does not show the address of %s, which may hold a password', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrowError(/not shown/);
    expect(() => loadConfig({ [name]: value })).not.toThrowError('pa55');
  });

  it('takes a proxy in small letters, as other programs do; capitals count first', () => {
    const [http, socks] = ['http://127.0.0.1:7890', 'socks5://127.0.0.1:1080'];
    expect(loadConfig({ https_proxy: http, no_proxy: 'localhost' })).toMatchObject({
      httpsProxy: http,
      noProxy: 'localhost',
    });
    expect(loadConfig({ https_proxy: http, HTTPS_PROXY: socks }).httpsProxy).toBe(socks);
  });

  it('takes ~ for the user’s own folder, as no shell reads .env', () => {
    expect(loadConfig({ SEEDS_DIR: ' ~/文章 ', DATA_DIR: '~', INDEX_CACHE_DIR: '~someone/x' })).toMatchObject(
      {
        seedsDir: join(homedir(), '文章'),
        dataDir: homedir(),
        indexCacheDir: '~someone/x',
      },
    );
  });

  it('keeps nothing where it is told so', () => {
    expect(loadConfig({ DATA_DIR: '' }).dataDir).toBeUndefined();
  });

  it('lists every fault at once, with what was found and what is expected', () => {
    expect(() => loadConfig({ HTTP_PORT: 'http', LOG_LEVEL: 'loud', BOT_MODE: 'webhook' })).toThrowError(
      /HTTP_PORT: found "http"; expected a port number.*\n {2}LOG_LEVEL: found "loud"; expected one of trace.*\n {2}BOT_TOKEN: found nothing; expected .*webhook/,
    );
  });

  it('says the same in Chinese', () => {
    const told = (env: Record<string, string>): string => {
      try {
        loadConfig(env, [{ en: 'A hint.', zh: '一句提示。' }]);
        return '';
      } catch (error) {
        return (error as ConfigError).told.zh;
      }
    };
    expect(told({ HTTP_PORT: 'http', LOG_LEVEL: 'loud', BOT_MODE: 'webhook', BOT_TOKEN: '7' })).toBe(
      [
        '有几项设置不能用：',
        '  BOT_TOKEN 填了 1 个字符（是密钥，不显示），应填：BotFather 给的令牌，形如 123456789:AAE…',
        '  HTTP_PORT 填的是 "http"，应填：0 到 65535 的端口号',
        '  LOG_LEVEL 填的是 "loud"，应填：trace、debug、info、warn、error、fatal、silent 之一',
        '  WEBHOOK_URL 没有填，应填：一个值，因为 BOT_MODE 是 webhook',
        '  WEBHOOK_SECRET 没有填，应填：一个值，因为 BOT_MODE 是 webhook',
        '一句提示。',
        '请改正环境变量或 .env；各项设置的说明见 .env.example。',
      ].join('\n'),
    );
    expect(told({ INDEX_URL: 'ftp://me:pa55@127.0.0.1' })).toContain('填了一个地址（可能含有密码，不显示）');
  });

  it('has its expectations in Chinese for every setting that can be wrong', () => {
    const wrong = Object.fromEntries(Object.keys(SETTINGS.shape).map((name) => [name, ' / ']));
    try {
      loadConfig(wrong);
    } catch (error) {
      const { faults } = error as ConfigError;
      expect(faults.length).toBeGreaterThan(12);
      for (const { expected } of faults) expect(expected.zh).toMatch(/\p{Script=Han}/u);
    }
    expect.hasAssertions();
  });

  it('never shows a secret', () => {
    const secret = 'no such token, but somebody typed it';
    for (const name of ['BOT_TOKEN', 'WEBHOOK_SECRET']) {
      expect(() => loadConfig({ [name]: secret })).toThrowError(`${name}: found ${secret.length} characters`);
      expect(() => loadConfig({ [name]: secret })).not.toThrowError(secret);
    }
  });
});
